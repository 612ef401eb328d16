#if NET
using System.Collections.Immutable;
using System.Numerics;

namespace SymDiff.Runtime;

/// <summary>Brings all parameters of a model, and of the models it consists of, into one buffer.</summary>
internal sealed class ModelJoin<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<Leaf> leaves = [];
    private readonly List<Member> members = [];
    private readonly Stack<int> open = [];
    private string path = string.Empty;
    private readonly Stack<string> paths = [];

    private readonly record struct Leaf(ModelParameters<T> Owner, int Position, string Name, ImmutableArray<int> Shape, int Length);

    /// <summary>A model, with the one that it is a direct part of; its leaves begin at <c>First</c>.</summary>
    private sealed record Member(ModelParameters<T> Parameters, ModelParameters<T>? Owner, string Path, int First)
    {
        /// <summary>Its leaves end before this.</summary>
        public int End { get; set; }
    }

    public static void Join(IModel<T> model)
    {
        var join = new ModelJoin<T>();
        var declarations = new ParameterDeclarations<T>(join);
        model.Declare(ref declarations);
        join.Leave();
        join.Move(new T[join.Length]);
    }

    private int Length
    {
        get
        {
            long length = leaves.Sum(static leaf => (long)leaf.Length);
            return length <= Array.MaxLength ? (int)length : throw new InvalidOperationException($"The model has {length} parameters, more than fit into an array.");
        }
    }

    public void Enter(string property)
    {
        paths.Push(path);
        path = path.Length == 0 ? property : $"{path}.{property}";
    }

    public void Begin(ModelParameters<T> parameters, ModelParameters<T>? owner)
    {
        if (members.Find(member => member.Parameters == parameters) is { } twin)
        {
            throw new InvalidOperationException($"'{path}' is the same model as {(twin.Path.Length == 0 ? "the one that it is a part of" : $"'{twin.Path}'")}. An object can be a part in one place only.");
        }

        if (owner is not null && parameters.Owner is { } other && other != owner)
        {
            throw new InvalidOperationException($"'{path}' is a part of another model already. An object can be a part in one place only.");
        }

        open.Push(members.Count);
        members.Add(new Member(parameters, owner ?? parameters.Owner, path, leaves.Count));
    }

    public void Own(ModelParameters<T> owner, int position, ReadOnlySpan<int> shape, int length)
        => leaves.Add(new Leaf(owner, position, path.Length == 0 ? owner.NameOf(position) : $"{path}.{owner.NameOf(position)}", [.. shape], length));

    public void Leave()
    {
        members[open.Pop()].End = leaves.Count;
        if (paths.Count > 0)
        {
            path = paths.Pop();
        }
    }

    // Only now, when nothing can go wrong any more.
    private void Move(T[] array)
    {
        int[] offsets = new int[leaves.Count + 1];
        for (int i = 0; i < leaves.Count; i++)
        {
            leaves[i].Owner.Move(leaves[i].Position, array, offsets[i]);
            offsets[i + 1] = offsets[i] + leaves[i].Length;
        }

        // The outermost last: where its buffer is there, all is.
        for (int i = members.Count - 1; i >= 0; i--)
        {
            (Member member, int start) = (members[i], offsets[members[i].First]);
            int prefix = member.Path.Length == 0 ? 0 : member.Path.Length + 1;
            ImmutableArray<ParameterInfo> layout =
            [
                .. Enumerable.Range(member.First, member.End - member.First)
                    .Select(k => new ParameterInfo(leaves[k].Name[prefix..], leaves[k].Shape, offsets[k] - start, leaves[k].Length)),
            ];
            member.Parameters.Take(array, start, offsets[member.End] - start, layout, member.Owner);
        }
    }
}
#endif
