// Tells handwritten digits apart with a network of two layers, trained by generated gradients.
//
//     dotnet run -c Release --project samples/DigitClassifier              writes the plots and the model to the folder "plots"
//     dotnet run -c Release --project samples/DigitClassifier -- folder    writes them to another

using System.Diagnostics;
using System.Globalization;
using DigitClassifier;
using Spectre.Console;
using SymDiff;

const int Epochs = 40;
const int Features = 128;

if (args.Length > 1)
{
    Console.Error.WriteLine("Name one folder for the plots and the model, or none.");
    return 1;
}

string folder = args.Length == 1 ? args[0] : "plots";
var random = new Random(4);
(Images training, Images test) = Images.Read(random);
var network = new Network(Images.Width, Features, Images.Digits, random);
var learning = new Training(network, training, batchSize: 32, learningRate: 3e-3, Epochs, random);
Line($"{training.Count} images to learn from, {test.Count} held out; {network.ParameterCount} parameters");

var watch = Stopwatch.StartNew();
double[] losses = new double[Epochs];
if (Console.IsOutputRedirected)
{
    Learn((epoch, text) =>
    {
        if (epoch % 5 == 4)
        {
            Line($"epoch {epoch + 1}: {text}");
        }
    });
}
else
{
    AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).Start(progress =>
    {
        ProgressTask task = progress.AddTask("learning", maxValue: Epochs);
        Learn((_, text) =>
        {
            task.Description = text;
            task.Increment(1);
        });
    });
}

var confusion = new Confusion(test, network.Forward(test.Tensor));
Line($"Trained in {watch.Elapsed.TotalSeconds:F1} s");
Line($"Accuracy on the images that were held out: {confusion.Accuracy:P1}");

Directory.CreateDirectory(folder);
string file = Path.Combine(folder, "digits.safetensors");
network.Save(file);
var loaded = new Network(Images.Width, Features, Images.Digits, new Random(5));
loaded.Load(file);
Line($"Saved and loaded again: {new Confusion(test, loaded.Forward(test.Tensor)).Accuracy:P1}");

Plots.Loss(folder, losses);
Plots.Confused(folder, confusion);
Line($"Plots: loss and confusion, as PNG and SVG, in {folder}");
return 0;

void Learn(Action<int, string> report)
{
    for (int epoch = 0; epoch < Epochs; epoch++)
    {
        losses[epoch] = learning.Epoch(epoch);
        double accuracy = new Confusion(training, network.Forward(training.Tensor)).Accuracy;
        report(epoch, string.Create(CultureInfo.InvariantCulture, $"loss {losses[epoch]:F4}, accuracy {accuracy:P1}"));
    }
}

static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
