using System.Numerics;
using SymDiff.Runtime;

namespace SymDiff;

/// <summary>Saves models to files and loads them: their parameters, each by name and shape.</summary>
/// <remarks>What isn't a parameter isn't saved: to load a model, make one of the same sizes first. The numbers come back bit for bit.</remarks>
/// <example><code>
/// model.Save("digits.safetensors");
///
/// var other = new DigitClassifier();
/// other.Load("digits.safetensors");
/// </code></example>
public static class ModelFiles
{
    /// <summary>Saves a model. A file that is there already is replaced, once the new one is complete.</summary>
    /// <typeparam name="T">Type of the parameters.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="path">The file, whose ending chooses the format: <c>.safetensors</c> or <c>.json</c>.</param>
    /// <exception cref="ArgumentException">The file has another ending.</exception>
    public static void Save<T>(this IModel<T> model, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelFormat format = FormatOf(path);
        string unfinished = path + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            model.Save(stream, format);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <inheritdoc cref="Save{T}(IModel{T}, string)" path="/typeparam"/>
    /// <summary>Writes a model to a stream.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">Where it's written to.</param>
    /// <param name="format">How.</param>
    public static void Save<T>(this IModel<T> model, Stream stream, ModelFormat format)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        switch (format)
        {
            case ModelFormat.Safetensors:
                SafetensorsFormat.Write(stream, model.ParameterLayout, model.Parameters);
                break;
            case ModelFormat.Json:
                JsonFormat.Write(stream, model.ParameterLayout, model.Parameters);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }
    }

    /// <summary>Loads a model. If the file doesn't fit, the model stays as it was.</summary>
    /// <typeparam name="T">Type of the parameters. Numbers of the other type are converted.</typeparam>
    /// <param name="model">What the numbers are written to: a model of the same sizes.</param>
    /// <param name="path">The file, whose ending says the format: <c>.safetensors</c> or <c>.json</c>.</param>
    /// <exception cref="ArgumentException">The file has another ending.</exception>
    /// <exception cref="InvalidDataException">A parameter is missing, or is none of the model's, or has another shape; or the file is damaged.</exception>
    public static void Load<T>(this IModel<T> model, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelFormat format = FormatOf(path);
        using FileStream stream = File.OpenRead(path);
        model.Load(stream, format);
    }

    /// <inheritdoc cref="Load{T}(IModel{T}, string)" path="/typeparam"/>
    /// <summary>Reads a model from a stream. If that doesn't fit, the model stays as it was.</summary>
    /// <param name="model">What the numbers are written to: a model of the same sizes.</param>
    /// <param name="stream">Where it's read from.</param>
    /// <param name="format">How it was written.</param>
    /// <exception cref="InvalidDataException">A parameter is missing, or is none of the model's, or has another shape; or the stream is damaged.</exception>
    public static void Load<T>(this IModel<T> model, Stream stream, ModelFormat format)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        SavedParameters<T> saved = format switch
        {
            ModelFormat.Safetensors => SafetensorsFormat.Read<T>(stream),
            ModelFormat.Json => JsonFormat.Read<T>(stream),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
        saved.CopyTo(model.ParameterLayout, model.Parameters);
    }

    private static ModelFormat FormatOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".safetensors" => ModelFormat.Safetensors,
            ".json" => ModelFormat.Json,
            var ending => throw new ArgumentException($"'{ending}' is the ending of no format that models are saved in: use '.safetensors' or '.json'.", nameof(path)),
        };
    }
}
