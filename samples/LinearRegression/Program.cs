// Linear regression by gradient descent: f = 2x, learnt from four points.
//
//     dotnet run --project samples/LinearRegression           all stages
//     dotnet run --project samples/LinearRegression -- 1      only the first: the gradient by hand
//     dotnet run --project samples/LinearRegression -- 2      only the second: the gradient by SymDiff
//     dotnet run --project samples/LinearRegression -- 3      only the third: the loss and the optimizer by SymDiff, too
//     dotnet run --project samples/LinearRegression -- 4      only the fourth: a model with a layer by SymDiff

using LinearRegression;

Action[] stages = args switch
{
    [] => [GradientByHand.Run, GradientOfALoop.Run, GradientOfTensors.Run, LossAndOptimizer.Run, LayerAndModel.Run],
    ["1"] => [GradientByHand.Run],
    ["2"] => [GradientOfALoop.Run, GradientOfTensors.Run],
    ["3"] => [LossAndOptimizer.Run],
    ["4"] => [LayerAndModel.Run],
    _ => [],
};

if (stages.Length == 0)
{
    Console.Error.WriteLine("Name one stage, 1 to 4, or none to run them all.");
    return 1;
}

foreach (Action run in stages)
{
    run();
    Console.WriteLine();
}

return 0;
