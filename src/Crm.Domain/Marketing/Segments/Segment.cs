using System.Buffers;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// A named group of customers: a dynamic one, whose members follow from criteria, or a static list. The key never changes, nor
/// does the kind; criteria have versions, and every stay of a member says by which of them it began and ended.
/// </summary>
public sealed class Segment : AggregateRoot<SegmentId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest description.</summary>
    public const int MaxDescriptionLength = 2_000;

    private static readonly SearchValues<char> s_allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly List<SegmentVersion> _versions = [];

    private Segment() => (Key, Name) = (null!, null!);

    /// <summary>Makes a segment.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">What programs and criteria call it: up to <see cref="MaxKeyLength"/> lower-case letters, digits, hyphens and underscores.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="criteria">Whom it holds; null for a static list. Nobody checks here whether the fields exist.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">Key or name has another form.</exception>
    public Segment(SegmentId id, string key, string name, Criterion? criteria, Actor by, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(by);
        Key = Checked(key);
        Name = Guard.Line(name, MaxNameLength);
        (Kind, CreatedAt) = (criteria is null ? SegmentKind.Static : SegmentKind.Dynamic, now);
        if (criteria is not null)
        {
            Take(criteria, by, now);
        }

        Raise(new SegmentCreated(id, Key, Kind, now));
    }

    /// <summary>What programs and criteria call it.</summary>
    public string Key { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for; null where nobody said.</summary>
    public string? Description { get; private set; }

    /// <summary>Who decides on its members.</summary>
    public SegmentKind Kind { get; private set; }

    /// <summary>Whether every customer that comes or leaves by criteria is an event. A refresh as a whole always is.</summary>
    /// <value>True by default.</value>
    public bool AnnouncesMembers { get; private set; } = true;

    /// <summary>The version of the criteria; zero for a static list.</summary>
    public int Number { get; private set; }

    /// <summary>Rises whenever members must be found anew.</summary>
    public int Epoch { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>Since when it is out of use; null while it is in use.</summary>
    public Instant? ArchivedAt { get; private set; }

    /// <summary>The criteria that it has and had; none for a static list.</summary>
    public IReadOnlyList<SegmentVersion> Versions => _versions;

    /// <summary>The criteria as JSON; null for a static list.</summary>
    public string? Criteria => _versions.Find(v => v.Number == Number)?.Criteria;

    /// <summary>Whether it can be described otherwise.</summary>
    /// <returns>The ruling; refused with <c>SegmentIsArchived</c>.</returns>
    public CrmRuling CanDescribe() => ArchivedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SegmentIsArchived(Key));

    /// <summary>Describes it otherwise.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="description">What it is for; null for nothing.</param>
    /// <param name="announcesMembers">Whether every customer that comes or leaves by criteria is an event.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived.</exception>
    public void Describe(string name, string? description, bool announcesMembers, Instant now)
    {
        CanDescribe().Demand();
        var (line, text) = (Guard.Line(name, MaxNameLength), description is null ? null : Guard.Text(description, MaxDescriptionLength));
        (Name, Description, AnnouncesMembers) = (line, text, announcesMembers);
        Raise(new SegmentDescribed(Id, Key, Name, now));
    }

    /// <summary>Whether it can have other criteria.</summary>
    /// <returns>The ruling; refused with <c>SegmentIsStatic</c>, <c>SegmentIsArchived</c>.</returns>
    public CrmRuling CanChangeCriteria() => Kind == SegmentKind.Dynamic ? CanDescribe() : CrmRuling.Refused(e => e.SegmentIsStatic(Key));

    /// <summary>Gives it other criteria: a version more. Members follow at the next refresh.</summary>
    /// <param name="criteria">The criteria. Nobody checks here whether the fields exist.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived, or a static list.</exception>
    public void ChangeCriteria(Criterion criteria, Actor by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(by);
        CanChangeCriteria().Demand();
        Take(criteria, by, now);
        Raise(new SegmentCriteriaChanged(Id, Key, Number, now));
    }

    /// <summary>Whether a refresh lets customers in and out.</summary>
    /// <returns>The ruling; refused with <c>SegmentIsStatic</c>, <c>SegmentIsArchived</c>.</returns>
    public CrmRuling CanRefresh() => CanChangeCriteria();

    /// <summary>Whether somebody can put customers in by name.</summary>
    /// <returns>The ruling; refused with <c>SegmentIsDynamic</c>, <c>SegmentIsArchived</c>.</returns>
    public CrmRuling CanList() => Kind == SegmentKind.Static ? CanDescribe() : CrmRuling.Refused(e => e.SegmentIsDynamic(Key));

    /// <summary>Whether it can be archived.</summary>
    /// <returns>The ruling; refused with <c>SegmentIsArchived</c>.</returns>
    public CrmRuling CanArchive() => CanDescribe();

    /// <summary>Takes it out of use. Its members stay as they are.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived already.</exception>
    public void Archive(Instant now)
    {
        CanArchive().Demand();
        ArchivedAt = now;
        Raise(new SegmentArchived(Id, Key, now));
    }

    /// <summary>Whether it can be taken into use again.</summary>
    /// <returns>The ruling; refused with <c>SegmentNotArchived</c>.</returns>
    public CrmRuling CanRestore() => ArchivedAt is null ? CrmRuling.Refused(e => e.SegmentNotArchived(Key)) : CrmRuling.Permitted;

    /// <summary>Takes it into use again. The members of a dynamic one are found anew at the next refresh.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not archived.</exception>
    public void Restore(Instant now)
    {
        CanRestore().Demand();
        (ArchivedAt, Epoch) = (null, Epoch + 1);
        Raise(new SegmentRestored(Id, Key, now));
    }

    private static string Checked(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Length <= MaxKeyLength && char.IsAsciiLetterLower(key[0]) && !key.AsSpan().ContainsAnyExcept(s_allowed)
            ? key
            : throw new ArgumentException($"A key has up to {MaxKeyLength} lower-case letters, digits, hyphens and underscores, and starts with a letter.", nameof(key));
    }

    private void Take(Criterion criteria, Actor by, Instant now)
    {
        var version = new SegmentVersion(Number + 1, criteria, by, now);
        (Number, Epoch) = (version.Number, Epoch + 1);
        _versions.Add(version);
    }
}
