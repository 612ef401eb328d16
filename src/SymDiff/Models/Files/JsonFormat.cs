using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;

namespace SymDiff.Runtime;

/// <summary>Models as JSON. Numbers that JSON has no notation for are written as text: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
internal static class JsonFormat
{
    private const string Shape = "shape";
    private const string Values = "values";

    public static void Write<T>(Stream stream, IReadOnlyList<ParameterInfo> layout, ReadOnlySpan<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        foreach (ParameterInfo parameter in layout)
        {
            writer.WriteStartObject(parameter.Name);
            writer.WriteStartArray(Shape);
            foreach (int size in parameter.Shape)
            {
                writer.WriteNumberValue(size);
            }

            writer.WriteEndArray();
            writer.WriteStartArray(Values);
            foreach (T number in parameters.Slice(parameter.Offset, parameter.Length))
            {
                Write(writer, number);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static SavedParameters<T> Read<T>(Stream stream)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            var saved = new SavedParameters<T>();
            foreach (JsonProperty parameter in Object(document.RootElement).EnumerateObject())
            {
                JsonElement content = Object(parameter.Value);
                ImmutableArray<long> shape = [.. Array(content, Shape, parameter.Name).Select(static size => size.GetInt64())];
                T[] values = [.. Array(content, Values, parameter.Name).Select(Number<T>)];
                if (values.Length != SavedParameters<T>.Count(parameter.Name, shape))
                {
                    throw new InvalidDataException($"The parameter '{parameter.Name}' has {values.Length} values, which isn't what its shape says.");
                }

                saved.Add(parameter.Name, shape, values);
            }

            return saved;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"What was saved isn't a model: {exception.Message}", exception);
        }
    }

    // In as few digits as give the number back.
    private static void Write<T>(Utf8JsonWriter writer, T number)
        where T : IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(number))
        {
            writer.WriteStringValue(T.IsNaN(number) ? "NaN" : T.IsPositive(number) ? "Infinity" : "-Infinity");
        }
        else if (number is float single)
        {
            writer.WriteNumberValue(single);
        }
        else
        {
            writer.WriteNumberValue(double.CreateChecked(number));
        }
    }

    private static T Number<T>(JsonElement element)
        where T : IFloatingPointIeee754<T> => element.ValueKind == JsonValueKind.String
            ? element.GetString() switch
            {
                "NaN" => T.NaN,
                "Infinity" => T.PositiveInfinity,
                "-Infinity" => T.NegativeInfinity,
                var text => throw new InvalidDataException($"'{text}' isn't a number."),
            }
            : typeof(T) == typeof(float) ? T.CreateChecked(element.GetSingle()) : T.CreateChecked(element.GetDouble());

    private static JsonElement Object(JsonElement element)
        => element.ValueKind == JsonValueKind.Object ? element : throw new InvalidDataException($"What was saved isn't a model: there is {element.ValueKind} where an object is expected.");

    private static JsonElement.ArrayEnumerator Array(JsonElement parameter, string name, string parameterName)
        => parameter.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw new InvalidDataException($"The parameter '{parameterName}' has no array '{name}'.");
}
