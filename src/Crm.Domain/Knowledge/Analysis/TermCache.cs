namespace Crm.Domain.Knowledge;

/// <summary>Terms of the words met last. Of two words that share a place the later one stays; a lost race only costs a second look.</summary>
internal sealed class TermCache
{
    private const int Size = 1 << 14;

    private readonly Entry?[] _entries = new Entry?[Size];

    public string? GetOrAdd(ReadOnlySpan<char> word, Func<ReadOnlySpan<char>, string?> make)
    {
        ref var place = ref _entries[string.GetHashCode(word, StringComparison.Ordinal) & (Size - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is null || !word.SequenceEqual(entry.Word))
        {
            entry = new Entry(word.ToString(), make(word));
            Volatile.Write(ref place, entry);
        }

        return entry.Term;
    }

    private sealed record Entry(string Word, string? Term);
}
