using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SymDiff.Runtime;

/// <summary>
/// Models in the safetensors format: eight bytes with the length of the head, the head in JSON (for each tensor its type, shape and range of bytes), the numbers. All is
/// little-endian.
/// </summary>
internal static class SafetensorsFormat
{
    // That of the format's own reader.
    private const int LongestHead = 100_000_000;

    // The numbers begin at a multiple of their size, whatever the head.
    private const int Alignment = 8;

    private const string Metadata = "__metadata__";

    public static void Write<T>(Stream stream, IReadOnlyList<ParameterInfo> layout, ReadOnlySpan<T> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        byte[] head = Head<T>(layout);
        int padding = (Alignment - (head.Length % Alignment)) % Alignment;
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64LittleEndian(length, head.Length + padding);
        stream.Write(length);
        stream.Write(head);
        stream.Write("        "u8[..padding]);
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(parameters));
            return;
        }

        T[] numbers = parameters.ToArray();
        Reverse(MemoryMarshal.AsBytes(numbers.AsSpan()), Size<T>());
        stream.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    public static SavedParameters<T> Read<T>(Stream stream)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            stream.ReadExactly(length);
            ulong size = BinaryPrimitives.ReadUInt64LittleEndian(length);
            byte[] head = new byte[size <= LongestHead ? (int)size : throw new InvalidDataException("What was saved isn't in the safetensors format: its head would be too long.")];
            stream.ReadExactly(head);
            using JsonDocument document = JsonDocument.Parse(head);
            return Read<T>(stream, document.RootElement);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("What was saved ends too early.", exception);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"What was saved isn't in the safetensors format: {exception.Message}", exception);
        }
    }

    private static SavedParameters<T> Read<T>(Stream stream, JsonElement head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // In the order of the bytes, so that streams that can't go back are read as well.
        (string Name, JsonElement Tensor, long Start, long End)[] tensors =
        [
            .. head.EnumerateObject().Where(static member => member.Name != Metadata)
                .Select(static member => (member.Name, Tensor: member.Value, Start: member.Value.GetProperty("data_offsets")[0].GetInt64(), End: member.Value.GetProperty("data_offsets")[1].GetInt64()))
                .OrderBy(static tensor => tensor.Start).ThenBy(static tensor => tensor.End),
        ];
        var saved = new SavedParameters<T>();
        long position = 0;
        foreach ((string name, JsonElement tensor, long start, long end) in tensors)
        {
            ImmutableArray<long> shape = [.. tensor.GetProperty("shape").EnumerateArray().Select(static size => size.GetInt64())];
            string type = tensor.GetProperty("dtype").GetString() ?? string.Empty;
            int size = type switch
            {
                "F32" => sizeof(float),
                "F64" => sizeof(double),
                _ => throw new InvalidDataException($"The parameter '{name}' has numbers of the type '{type}', which isn't supported: save it as F32 or F64."),
            };
            long count = SavedParameters<T>.Count(name, shape);
            if (start != position || end - start != count * size)
            {
                throw new InvalidDataException($"The parameter '{name}' has the bytes from {start} to {end}, which isn't where they should be.");
            }

            position = end;
            saved.Add(name, shape, size == sizeof(float) ? Numbers<float, T>(stream, (int)count) : Numbers<double, T>(stream, (int)count));
        }

        return stream.ReadByte() < 0 ? saved : throw new InvalidDataException("What was saved is longer than its head says.");
    }

    private static byte[] Head<T>(IReadOnlyList<ParameterInfo> layout)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var head = new MemoryStream();
        using (var writer = new Utf8JsonWriter(head))
        {
            writer.WriteStartObject();
            foreach (ParameterInfo parameter in layout)
            {
                writer.WriteStartObject(parameter.Name);
                writer.WriteString("dtype", Size<T>() == sizeof(float) ? "F32" : "F64");
                writer.WriteStartArray("shape");
                foreach (int size in parameter.Shape)
                {
                    writer.WriteNumberValue(size);
                }

                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue((long)parameter.Offset * Size<T>());
                writer.WriteNumberValue(((long)parameter.Offset + parameter.Length) * Size<T>());
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return head.ToArray();
    }

    private static T[] Numbers<TSaved, T>(Stream stream, int count)
        where TSaved : unmanaged, IFloatingPointIeee754<TSaved>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TSaved[] numbers = new TSaved[count];
        Span<byte> bytes = MemoryMarshal.AsBytes(numbers.AsSpan());
        stream.ReadExactly(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(bytes, Size<TSaved>());
        }

        return numbers is T[] same ? same : Array.ConvertAll(numbers, static number => T.CreateTruncating(number));
    }

    private static int Size<T>()
        where T : unmanaged
        => typeof(T) == typeof(float) ? sizeof(float)
            : typeof(T) == typeof(double) ? sizeof(double)
            : throw new NotSupportedException($"Models of {typeof(T)} can't be saved in the safetensors format.");

    private static void Reverse(Span<byte> bytes, int size)
    {
        for (int start = 0; start < bytes.Length; start += size)
        {
            bytes.Slice(start, size).Reverse();
        }
    }
}
