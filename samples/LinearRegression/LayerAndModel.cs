using System.Numerics.Tensors;
using SymDiff;

namespace LinearRegression;

/// <summary>The model of stage 4: what the notebook derives from <c>nn.Module</c>.</summary>
[Model]
internal sealed partial class LinearModel(int inputs, int outputs)
{
    public Linear Layer { get; } = new(inputs, outputs);

    public Tensor<float> Forward(Tensor<float> x) => Layer.Forward(x);

    [Differentiable]
    public float Loss(Tensor<float> x, Tensor<float> y) => Losses.MeanSquaredError(y, Forward(x));
}

/// <summary>Stage 4: the layer is the library's too, and the optimizer steps all parameters of the model at once.</summary>
internal static class LayerAndModel
{
    public static void Run()
    {
        const int Epochs = 100;
        Tensor<float> x = Tensor.Create(Data.X, [4, 1]);
        Tensor<float> y = Tensor.Create(Data.Y, [4, 1]);
        Tensor<float> test = Tensor.Create([Data.Test], [1]);

        // A layer begins with random numbers. These are the ones that the notebook's began with, so that the tables agree.
        var model = new LinearModel(inputs: 1, outputs: 1);
        model.Layer.Weight[0] = -0.089490876f;
        model.Layer.Bias[0] = -0.75313604f;

        var optimizer = new Sgd<float>(learningRate: 0.1);
        float[] gradient = new float[model.ParameterCount];

        Table.Heading("Stage 4: a model with a layer of SymDiff's");
        Table.Prediction("before", model.Forward(test)[0]);

        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            float loss = model.LossValueAndGradient(x, y, gradient);
            optimizer.Step(model.Parameters, gradient);

            if (epoch % 10 == 0)
            {
                Table.Epoch(epoch, model.Layer.Weight[0], loss);
            }
        }

        Table.Prediction("after", model.Forward(test)[0]);
    }
}
