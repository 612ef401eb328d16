using System.Globalization;
using System.Numerics.Tensors;
using Consumer;
using SymDiff;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

float[] x = [1, 2, 3, 4];
float[] y = [2, 4, 6, 8];
float w = 0;

Console.WriteLine($"Prediction before training: f(5) = {Regression.Forward(w, 5):F3}");
for (int epoch = 0; epoch < 100; epoch++)
{
    (float loss, float dw) = Regression.LossValueAndGradient(w, x, y);
    w -= 0.01f * dw;
    if (epoch % 10 == 0)
    {
        Console.WriteLine($"epoch {epoch + 1}: w = {w:F3}, loss = {loss:F8}");
    }
}

Console.WriteLine($"Prediction after training: f(5) = {Regression.Forward(w, 5):F3}");

(double depth, (double dx, double dy)) = Well.DepthValueAndGradient(0.6, 0.8);
Console.WriteLine($"depth = {depth:F12}, slope = ({dx:F12}, {dy:F12})");
Console.WriteLine($"far away: {Well.DepthGradient(3, 4)}");

var model = new Layers { Scale = 2 };
((Span<float>)[0.5f, -1, 0.25f]).CopyTo(model.Parameters);
float[] slopes = new float[model.ParameterCount];
float error = model.LossValueAndGradient(Tensor.Create<float>([1, 2, 3, 4], [2, 2]), Tensor.Create<float>([1, 0], [2, 1]), slopes);
foreach (ParameterInfo parameter in model.ParameterLayout)
{
    Console.WriteLine($"{parameter}: {string.Join(' ', slopes.AsSpan(parameter.Offset, parameter.Length).ToArray())}");
}

using var file = new MemoryStream();
model.Save(file, ModelFormat.Json);
file.Position = 0;
var copy = new Layers();
copy.Load(file, ModelFormat.Json);
Console.WriteLine($"loss {error}, of the copy {copy.Loss(Tensor.Create<float>([1, 2, 3, 4], [2, 2]), Tensor.Create<float>([1, 0], [2, 1]))}");
