using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>A word by which staff group knowledge items. Part of <see cref="KnowledgeItem"/>.</summary>
public sealed class KnowledgeItemTag
{
    /// <summary>Longest tag.</summary>
    public const int MaxLength = 64;

    private KnowledgeItemTag() => Name = null!;

    internal KnowledgeItemTag(string name) => Name = name;

    /// <summary>The tag, normalised: composed, in lower case, with single blanks.</summary>
    public string Name { get; private set; }

    /// <summary>A tag as it is kept and looked for.</summary>
    /// <param name="tag">The tag, one line of at most <see cref="MaxLength"/> characters.</param>
    /// <returns>The tag, composed, in lower case, with single blanks.</returns>
    /// <exception cref="ArgumentException">It is empty, too long, or no line.</exception>
    public static string Normalise(string tag)
    {
        var words = FoldedText.Of(Guard.Line(tag, MaxLength)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Guard.Line(string.Join(' ', words), MaxLength, nameof(tag));
    }
}
