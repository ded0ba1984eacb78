using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Words and phrases of one language that say the same to the readers of a tenant; see <see cref="SynonymGroups"/>.</summary>
public sealed class KnowledgeSynonymList : AggregateRoot<KnowledgeSynonymListId>
{
    /// <summary>The most groups of a list.</summary>
    public const int MaxGroups = 2_000;

    /// <summary>The most members of a group.</summary>
    public const int MaxMembers = 20;

    /// <summary>Longest member.</summary>
    public const int MaxMemberLength = 100;

    private const char BetweenGroups = '\n';
    private const char BetweenMembers = '|';

    private KnowledgeSynonymList() => (Language, Text) = (null!, null!);

    /// <summary>Begins the list of a language.</summary>
    /// <param name="id">The id.</param>
    /// <param name="language">The language; regions and scripts share the list of their language.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A group has fewer than two members, a text is empty or too long or holds a bar, or there are too many.</exception>
    public KnowledgeSynonymList(KnowledgeSynonymListId id, LanguageTag language, IEnumerable<IReadOnlyCollection<string>> groups, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(language);
        Language = language.Primary;
        Text = TextOf(groups);
        UpdatedAt = now;
        Raise(new KnowledgeSynonymsReplaced(Id, Language, Groups.Count, now));
    }

    /// <summary>The language, as a primary subtag in lower case.</summary>
    public string Language { get; private set; }

    /// <summary>The groups, one in a line, their members between bars.</summary>
    public string Text { get; private set; }

    /// <summary>When it last changed.</summary>
    public Instant UpdatedAt { get; private set; }

    /// <summary>The groups.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Groups => Text.Length == 0 ? [] : [.. Text.Split(BetweenGroups).Select(line => line.Split(BetweenMembers))];

    /// <summary>Writes the list anew.</summary>
    /// <param name="groups">The groups; none empties the list.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A group has fewer than two members, a text is empty or too long or holds a bar, or there are too many.</exception>
    public void Replace(IEnumerable<IReadOnlyCollection<string>> groups, Instant now)
    {
        Text = TextOf(groups);
        UpdatedAt = now;
        Raise(new KnowledgeSynonymsReplaced(Id, Language, Groups.Count, now));
    }

    private static string TextOf(IEnumerable<IReadOnlyCollection<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var lines = new List<string>();
        foreach (var group in groups)
        {
            string[] members = [.. (group ?? []).Select(m => Guard.Line(m, MaxMemberLength, nameof(groups))).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (members.Length is < 2 or > MaxMembers || members.Any(m => m.Contains(BetweenMembers, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"A group of synonyms has 2 to {MaxMembers} different members without bars.", nameof(groups));
            }

            lines.Add(string.Join(BetweenMembers, members));
        }

        return lines.Count <= MaxGroups ? string.Join(BetweenGroups, lines) : throw new ArgumentException($"A list has at most {MaxGroups} groups.", nameof(groups));
    }
}
