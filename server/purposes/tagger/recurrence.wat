;; A gated recurrent unit (Cho et al. 2014) over the words of a statement, four numbers at a time. Numbers are 32-bit floats,
;; but for the weights of products; all places are addresses in `memory`. The weights of a product lie in blocks of sixteen
;; rows, and in a block by columns in pairs, so that two numbers of the input are multiplied with sixteen rows at once.
(module
  (memory (export "memory") 1)

  ;; y[0, rows) = the rows of w, each multiplied with x[0, inputs) and summed. `rows` is a multiple of sixteen, `inputs` one of
  ;; eight. The weights are whole numbers of 16 bits behind the scale that all of them have, the numbers of x, none beyond 1, are
  ;; rounded to as many in `rounded`: twice as many products at a time, and their sums are exact.
  (func $product
    (param $w i32) (param $x i32) (param $inputs i32) (param $rows i32) (param $y i32) (param $rounded i32)
    (local $i i32) (local $end i32) (local $v v128) (local $scale v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $scale (f32x4.mul (v128.load32_splat (local.get $w)) (v128.const f32x4 0x1.0002p-15 0x1.0002p-15 0x1.0002p-15 0x1.0002p-15)))
    (local.set $w (i32.add (local.get $w) (i32.const 16)))
    (local.set $end (i32.add (local.get $rounded) (i32.shl (local.get $inputs) (i32.const 1))))
    (local.set $i (local.get $rounded))
    (loop $eight
      (v128.store (local.get $i)
        (i16x8.narrow_i32x4_s (call $whole (v128.load (local.get $x))) (call $whole (v128.load offset=16 (local.get $x)))))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (br_if $eight (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $end))))
    (loop $block
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $i (local.get $rounded))
      (loop $columns
        (local.set $v (v128.load32_splat (local.get $i)))
        (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $v) (v128.load (local.get $w)))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $v) (v128.load offset=16 (local.get $w)))))
        (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $v) (v128.load offset=32 (local.get $w)))))
        (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $v) (v128.load offset=48 (local.get $w)))))
        (local.set $w (i32.add (local.get $w) (i32.const 64)))
        (br_if $columns (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $end))))
      (v128.store (local.get $y) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $a))))
      (v128.store offset=16 (local.get $y) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $b))))
      (v128.store offset=32 (local.get $y) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $c))))
      (v128.store offset=48 (local.get $y) (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $d))))
      (local.set $y (i32.add (local.get $y) (i32.const 64)))
      (br_if $block (local.tee $rows (i32.sub (local.get $rows) (i32.const 16))))))

  ;; The same for `words` words: `inputs` numbers each from `x` on, and `rows` products each from `y` on.
  (func (export "products")
    (param $w i32) (param $x i32) (param $inputs i32) (param $rows i32) (param $y i32) (param $rounded i32) (param $words i32)
    (loop $word
      (call $product (local.get $w) (local.get $x) (local.get $inputs) (local.get $rows) (local.get $y) (local.get $rounded))
      (local.set $x (i32.add (local.get $x) (i32.shl (local.get $inputs) (i32.const 2))))
      (local.set $y (i32.add (local.get $y) (i32.shl (local.get $rows) (i32.const 2))))
      (br_if $word (local.tee $words (i32.sub (local.get $words) (i32.const 1))))))

  ;; Numbers from -1 to 1 as whole ones from -32767 to 32767. With 1.5 * 2^23 added, a float's last bits are the whole number.
  (func $whole (param $x v128) (result v128)
    (i32x4.sub
      (f32x4.add (f32x4.mul (local.get $x) (v128.const f32x4 32767 32767 32767 32767)) (v128.const f32x4 12582912 12582912 12582912 12582912))
      (v128.const i32x4 0x4b400000 0x4b400000 0x4b400000 0x4b400000)))

  ;; The hyperbolic tangent by Lambert's continued fraction, right to four digits.
  (func $tanh (param $x v128) (result v128)
    (local $s v128)
    (local.set $x (f32x4.max (f32x4.min (local.get $x) (v128.const f32x4 4.97 4.97 4.97 4.97)) (v128.const f32x4 -4.97 -4.97 -4.97 -4.97)))
    (local.set $s (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (v128.const f32x4 135135 135135 135135 135135) (f32x4.mul (local.get $s)
          (f32x4.add (v128.const f32x4 17325 17325 17325 17325) (f32x4.mul (local.get $s)
            (f32x4.add (v128.const f32x4 378 378 378 378) (local.get $s)))))))
      (f32x4.add (v128.const f32x4 135135 135135 135135 135135) (f32x4.mul (local.get $s)
        (f32x4.add (v128.const f32x4 62370 62370 62370 62370) (f32x4.mul (local.get $s)
          (f32x4.add (v128.const f32x4 3150 3150 3150 3150) (f32x4.mul (local.get $s) (v128.const f32x4 28 28 28 28)))))))))

  (func $sigmoid (param $x v128) (result v128)
    (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
      (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5)
        (call $tanh (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $x))))))

  ;; Puts the sum of rows, `width` numbers each, in the place of each of `words` words from `y` on. `list` names the rows of each
  ;; word by their addresses, with a nought behind the last; `width` is a multiple of four.
  (func (export "gather") (param $list i32) (param $words i32) (param $width i32) (param $y i32)
    (local $bytes i32) (local $at i32) (local $row i32) (local $i i32) (local $sum v128)
    (local.set $bytes (i32.shl (local.get $width) (i32.const 2)))
    (loop $word
      (local.set $i (i32.const 0))
      (loop $four
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $list))
        (block $last
          (loop $row
            (local.set $row (i32.load (local.get $at)))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br_if $last (i32.eqz (local.get $row)))
            (local.set $sum (f32x4.add (local.get $sum) (v128.load (i32.add (local.get $row) (local.get $i)))))
            (br $row)))
        (v128.store (i32.add (local.get $y) (local.get $i)) (local.get $sum))
        (br_if $four (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
      (local.set $list (local.get $at))
      (local.set $y (i32.add (local.get $y) (local.get $bytes)))
      (br_if $word (local.tee $words (i32.sub (local.get $words) (i32.const 1))))))

  ;; Raises each of `count` numbers from `y` on to the one from `x` on where that is more; `count` is a multiple of four.
  (func (export "raise") (param $y i32) (param $x i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (v128.store (local.get $y) (f32x4.max (v128.load (local.get $y)) (v128.load (local.get $x))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  ;; Tangents in the place of `count` numbers from `x` on; `count` is a multiple of four.
  (func (export "squash") (param $x i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (v128.store (local.get $x) (call $tanh (v128.load (local.get $x))))
      (br_if $four (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))

  ;; Reads `words` words. `x`: `inputs` numbers a word. `w`: four times `size` of bias, then the product with a word, then the
  ;; product with the state before; three times `size` rows each: reset, keep, candidate. `states`: where the state behind each
  ;; word goes, `stride` bytes a word. `from` and `step` give the order: 0 and 1, or the last word and -1. `scratch`: eight times
  ;; `size` numbers, of which the last but `size` are nought: the state before the first word.
  (func (export "read")
    (param $x i32) (param $words i32) (param $inputs i32) (param $size i32) (param $w i32)
    (param $states i32) (param $stride i32) (param $from i32) (param $step i32) (param $scratch i32)
    (local $bytes i32) (local $intoWord i32) (local $intoState i32) (local $before i32) (local $rounded i32) (local $state i32)
    (local $a i32) (local $u i32) (local $i i32) (local $reset v128) (local $keep v128) (local $candidate v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (local.set $intoWord (i32.add (local.get $w) (i32.shl (local.get $bytes) (i32.const 2))))
    (local.set $intoState (i32.add (local.get $intoWord)
      (i32.add (i32.const 16) (i32.shr_u (i32.mul (i32.const 3) (i32.mul (local.get $bytes) (local.get $inputs))) (i32.const 1)))))
    (local.set $before (i32.add (local.get $scratch) (i32.mul (local.get $bytes) (i32.const 6))))
    (local.set $rounded (i32.add (local.get $before) (local.get $bytes)))
    (loop $word
      (local.set $state (i32.add (local.get $states) (i32.mul (local.get $from) (local.get $stride))))
      (call $product (local.get $intoWord)
        (i32.add (local.get $x) (i32.mul (local.get $from) (i32.shl (local.get $inputs) (i32.const 2))))
        (local.get $inputs) (i32.mul (local.get $size) (i32.const 3)) (local.get $scratch) (local.get $rounded))
      (call $product (local.get $intoState) (local.get $before) (local.get $size)
        (i32.mul (local.get $size) (i32.const 3))
        (i32.add (local.get $scratch) (i32.mul (local.get $bytes) (i32.const 3))) (local.get $rounded))
      (local.set $i (i32.const 0))
      (loop $four
        (local.set $a (i32.add (local.get $scratch) (local.get $i)))
        (local.set $u (i32.add (local.get $a) (i32.mul (local.get $bytes) (i32.const 3))))
        (local.set $reset (call $sigmoid (f32x4.add (v128.load (i32.add (local.get $w) (local.get $i)))
          (f32x4.add (v128.load (local.get $a)) (v128.load (local.get $u))))))
        (local.set $keep (call $sigmoid (f32x4.add
          (v128.load (i32.add (local.get $w) (i32.add (local.get $bytes) (local.get $i))))
          (f32x4.add (v128.load (i32.add (local.get $a) (local.get $bytes))) (v128.load (i32.add (local.get $u) (local.get $bytes)))))))
        (local.set $a (i32.add (local.get $a) (i32.shl (local.get $bytes) (i32.const 1))))
        (local.set $u (i32.add (local.get $u) (i32.shl (local.get $bytes) (i32.const 1))))
        (local.set $candidate (call $tanh (f32x4.add
          (f32x4.add (v128.load (local.get $a))
            (v128.load (i32.add (local.get $w) (i32.add (i32.shl (local.get $bytes) (i32.const 1)) (local.get $i)))))
          (f32x4.mul (local.get $reset) (f32x4.add (v128.load (local.get $u))
            (v128.load (i32.add (local.get $w) (i32.add (i32.mul (local.get $bytes) (i32.const 3)) (local.get $i)))))))))
        (v128.store (i32.add (local.get $state) (local.get $i))
          (f32x4.add (local.get $candidate) (f32x4.mul (local.get $keep)
            (f32x4.sub (v128.load (i32.add (local.get $before) (local.get $i))) (local.get $candidate)))))
        (br_if $four (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $bytes))))
      (local.set $before (local.get $state))
      (local.set $from (i32.add (local.get $from) (local.get $step)))
      (br_if $word (local.tee $words (i32.sub (local.get $words) (i32.const 1)))))))
