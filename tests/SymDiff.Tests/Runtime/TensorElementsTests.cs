using System.Numerics.Tensors;
using SymDiff.Runtime;

namespace SymDiff.Tests.Runtime;

public class TensorElementsTests
{
    private static readonly float[] Numbers = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void A_dense_tensor_gives_its_own_memory()
    {
        float[] numbers = [.. Numbers];
        Tensor<float> tensor = Tensor.Create(numbers, [2, 3]);
        Assert.Equal(Numbers, TensorElements.Of(tensor).ToArray());
        numbers[4] = 50;
        Assert.Equal(50, TensorElements.Of(tensor)[4]);
        Assert.Equal(50, TensorElements.Of(tensor.AsTensorSpan())[4]);
        Assert.Equal(50, TensorElements.Of(tensor.AsReadOnlyTensorSpan())[4]);
    }

    [Fact]
    public void A_tensor_that_is_not_dense_gives_its_elements_in_order()
    {
        Tensor<float> tensor = Tensor.Create<float>([.. Numbers], [2, 3]);
        Assert.Equal([1, 2, 4, 5], TensorElements.Of(tensor.Slice(0..2, 0..2)).ToArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], TensorElements.Of(Tensor.Transpose(tensor)).ToArray());
        Assert.Equal([4, 5, 6], TensorElements.Of(tensor.Slice(1..2, 0..3)).ToArray());
        Assert.Equal([7, 7, 7, 7], TensorElements.Of(Tensor.Create<float>([7], [4], [0])).ToArray());
    }

    [Fact]
    public void An_empty_tensor_has_no_elements()
    {
        Assert.True(TensorElements.Of(Tensor.Create<float>([], [0])).IsEmpty);
        Assert.True(TensorElements.Of(Tensor<float>.Empty).IsEmpty);
        Assert.True(TensorElements.Of(default(ReadOnlyTensorSpan<float>)).IsEmpty);
    }

    [Fact]
    public void No_tensor_is_an_error_as_in_any_method() => Assert.Throws<NullReferenceException>(() => TensorElements.Of((Tensor<float>)null!).Length);

    [Fact]
    public void Dense_tensors_allocate_nothing()
    {
        Tensor<float> tensor = Tensor.Create<float>([.. Numbers], [2, 3]);
        float sum = TensorElements.Of(tensor)[5];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            sum += TensorElements.Of(tensor)[i % 6];
            sum += TensorShapes.Same(tensor, tensor) ? 1 : 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void Shapes_are_the_same_if_no_axis_differs()
    {
        Tensor<float> tensor = Tensor.Create<float>([.. Numbers], [2, 3]);
        Assert.True(TensorShapes.Same(tensor, Tensor.Create<double>(new double[6], [2, 3])));
        Assert.True(TensorShapes.Same(tensor, tensor.AsReadOnlyTensorSpan()));
        Assert.False(TensorShapes.Same(tensor, Tensor.Create<float>([.. Numbers], [3, 2])));
        Assert.False(TensorShapes.Same(tensor, Tensor.Create<float>([.. Numbers], [6])));
        Assert.False(TensorShapes.Same(tensor.AsTensorSpan(), Tensor.Create<float>([1], [1])));
    }
}
