;; The three products that teaching the network takes its time with. Weights lie row by row: `rows` rows of `width` numbers.
;; `rows` is a multiple of four, `width` of eight. All numbers are 32-bit floats; places and strides are in bytes.
(module
  (memory (export "memory") 512)

  ;; output[r] += row r times x.
  (func (export "multiply") (param $weights i32) (param $rows i32) (param $width i32) (param $x i32) (param $output i32)
    (local $bytes i32) (local $w i32) (local $d i32) (local $v v128)
    (local $a v128) (local $b v128) (local $c v128) (local $e v128)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 2)))
    (loop $four
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $e (v128.const f32x4 0 0 0 0))
      (local.set $d (i32.const 0))
      (loop $column
        (local.set $v (v128.load (i32.add (local.get $x) (local.get $d))))
        (local.set $w (i32.add (local.get $weights) (local.get $d)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (local.get $bytes)))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (local.get $bytes)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (local.get $bytes)))
        (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
        (br_if $column (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $bytes))))
      ;; The four sums side by side: pairs first, then pairs of pairs.
      (local.set $a (f32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
      (local.set $c (f32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $e))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $e))))
      (v128.store (local.get $output) (f32x4.add (v128.load (local.get $output)) (f32x4.add
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $c))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $c)))))
      (local.set $output (i32.add (local.get $output) (i32.const 16)))
      (local.set $weights (i32.add (local.get $weights) (i32.shl (local.get $bytes) (i32.const 2))))
      (br_if $four (local.tee $rows (i32.sub (local.get $rows) (i32.const 4))))))

  ;; output += each row times its number in g.
  (func (export "spread") (param $weights i32) (param $rows i32) (param $width i32) (param $g i32) (param $output i32)
    (local $bytes i32) (local $w i32) (local $r i32) (local $end i32) (local $v v128) (local $a v128) (local $b v128)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end (i32.add (local.get $g) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $eight
      (local.set $a (v128.load (local.get $output)))
      (local.set $b (v128.load offset=16 (local.get $output)))
      (local.set $w (local.get $weights))
      (local.set $r (local.get $g))
      (loop $row
        (local.set $v (v128.load32_splat (local.get $r)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $v) (v128.load offset=16 (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (local.get $bytes)))
        (br_if $row (i32.lt_u (local.tee $r (i32.add (local.get $r) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $output) (local.get $a))
      (v128.store offset=16 (local.get $output) (local.get $b))
      (local.set $output (i32.add (local.get $output) (i32.const 32)))
      (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
      (br_if $eight (local.tee $width (i32.sub (local.get $width) (i32.const 8))))))

  ;; gradient += over `count` words: g[r] times x, row by row.
  (func (export "gather") (param $gradient i32) (param $rows i32) (param $width i32)
    (param $g i32) (param $gStride i32) (param $x i32) (param $xStride i32) (param $count i32)
    (local $left i32) (local $d i32) (local $t i32) (local $i i32) (local $v v128) (local $a v128) (local $b v128)
    (loop $row
      (local.set $left (local.get $width))
      (local.set $d (local.get $x))
      (loop $eight
        (local.set $a (v128.load (local.get $gradient)))
        (local.set $b (v128.load offset=16 (local.get $gradient)))
        (local.set $t (local.get $count))
        (local.set $i (local.get $d))
        (local.set $left (i32.sub (local.get $left) (i32.const 8)))
        (loop $word
          (local.set $v (v128.load32_splat (local.get $g)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $v) (v128.load (local.get $i)))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $v) (v128.load offset=16 (local.get $i)))))
          (local.set $g (i32.add (local.get $g) (local.get $gStride)))
          (local.set $i (i32.add (local.get $i) (local.get $xStride)))
          (br_if $word (local.tee $t (i32.sub (local.get $t) (i32.const 1)))))
        (local.set $g (i32.sub (local.get $g) (i32.mul (local.get $count) (local.get $gStride))))
        (v128.store (local.get $gradient) (local.get $a))
        (v128.store offset=16 (local.get $gradient) (local.get $b))
        (local.set $gradient (i32.add (local.get $gradient) (i32.const 32)))
        (local.set $d (i32.add (local.get $d) (i32.const 32)))
        (br_if $eight (local.get $left)))
      (local.set $g (i32.add (local.get $g) (i32.const 4)))
      (br_if $row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
