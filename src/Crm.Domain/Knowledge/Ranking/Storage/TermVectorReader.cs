using System.Text;

namespace Crm.Domain.Knowledge;

/// <summary>Reads packed terms that may be damaged: first the distinct ones in ordinal order, then title and body as places among them.</summary>
internal ref struct TermVectorReader
{
    private readonly ReadOnlySpan<byte> _vector;
    private readonly Span<char> _text;
    private int _at = 1;
    private int _length;

    /// <param name="vector">The packed terms.</param>
    /// <param name="text">Room for the longest term.</param>
    /// <exception cref="FormatException">The bytes are no term vector.</exception>
    public TermVectorReader(ReadOnlySpan<byte> vector, Span<char> text)
    {
        if (vector.Length == 0 || vector[0] != TermVector.Format)
        {
            throw PackedBytes.Damaged();
        }

        _vector = vector;
        _text = text;
        PackedBytes.ReadChecked(vector, ref _at);
        TermCount = ReadCount();
    }

    public int TermCount { get; }

    public ReadOnlySpan<char> NextTerm()
    {
        var shared = PackedBytes.ReadChecked(_vector, ref _at);
        var length = PackedBytes.ReadChecked(_vector, ref _at);
        if (shared > _length || length > _vector.Length - _at || !Encoding.UTF8.TryGetChars(_vector.Slice(_at, length), _text[shared..], out var written))
        {
            throw PackedBytes.Damaged();
        }

        _at += length;
        _length = shared + written;
        return _text[.._length];
    }

    /// <summary>Reads a field into the list, which is cleared first.</summary>
    public void NextField(List<int> field)
    {
        var count = ReadCount();
        field.Clear();
        for (var i = 0; i < count; i++)
        {
            var place = PackedBytes.ReadChecked(_vector, ref _at);
            field.Add(place < TermCount ? place : throw PackedBytes.Damaged());
        }
    }

    // Each counted thing has a byte at least, so that a damaged count asks for no memory.
    private int ReadCount()
    {
        var count = PackedBytes.ReadChecked(_vector, ref _at);
        return count <= _vector.Length - _at ? count : throw PackedBytes.Damaged();
    }
}
