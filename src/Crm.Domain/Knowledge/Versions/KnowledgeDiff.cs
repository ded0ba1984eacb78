using System.Globalization;

namespace Crm.Domain.Knowledge;

/// <summary>What two versions of a knowledge item have otherwise.</summary>
/// <param name="Fields">The fields that differ, the body left out.</param>
/// <param name="Body">The lines of both bodies in order.</param>
public sealed record KnowledgeDiff(IReadOnlyList<KnowledgeFieldChange> Fields, IReadOnlyList<KnowledgeDiffLine> Body)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty => Fields.Count == 0 && Body.All(l => l.Kind == KnowledgeDiffKind.Same);

    /// <summary>Compares two versions. The ends of lines do not count.</summary>
    /// <param name="before">The first version.</param>
    /// <param name="after">The second version.</param>
    /// <returns>What differs, with as few lines removed and added as can be unless the bodies differ in more than a thousand lines.</returns>
    public static KnowledgeDiff Between(KnowledgeContent before, KnowledgeContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new([.. FieldsOf(before).Zip(FieldsOf(after), (b, a) => new KnowledgeFieldChange(b.Field, b.Value, a.Value)).Where(c => c.Before != c.After)],
            LineComparison.Of(LinesOf(before.Body), LinesOf(after.Body)));
    }

    private static (string Field, string? Value)[] FieldsOf(KnowledgeContent content) =>
    [
        (nameof(content.Title), content.Title), (nameof(content.Kind), content.Kind.ToString()), (nameof(content.Summary), content.Summary),
        (nameof(content.Language), content.Language.Value), (nameof(content.Sku), content.Sku), (nameof(content.Environment), content.Environment),
        (nameof(content.TranslatedVersion), content.TranslatedVersion?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string[] LinesOf(string body) => body.Length == 0 ? [] : body.ReplaceLineEndings("\n").Split('\n');
}
