using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A way through steps that contacts take, each at their own pace. It is written in versions: whoever is on the way stays on the version in which they entered.</summary>
public sealed class Journey : AggregateRoot<JourneyId>
{
    /// <summary>Most characters of the name.</summary>
    public const int MaxNameLength = 200;

    private readonly List<JourneyVersion> _versions = [];
    private readonly List<JourneyEventName> _events = [];

    private Journey() => (Key, Name) = (null!, null!);

    /// <summary>A journey with its first draft.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="key">Its key: lower-case letters, digits and hyphens, beginning with a letter.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="definition">What it does.</param>
    /// <param name="now">The moment.</param>
    public Journey(JourneyId id, string key, string name, JourneyDefinition definition, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Key = JourneyKeys.Checked(key);
        Name = Guard.Line(name, MaxNameLength);
        _versions.Add(new JourneyVersion(1, definition, now));
        Raise(new JourneyCreated(Id, Key, now));
    }

    /// <summary>Its key.</summary>
    public string Key { get; private set; }

    /// <summary>Its name for people.</summary>
    public string Name { get; private set; }

    /// <summary>The version in which contacts enter; null when nobody does.</summary>
    public int? PublishedNumber { get; private set; }

    /// <summary>The segment whose members enter now; null when nobody enters by a segment.</summary>
    public string? SegmentKey { get; private set; }

    /// <summary>All versions.</summary>
    public IReadOnlyList<JourneyVersion> Versions => _versions;

    /// <summary>The events that published versions wait for.</summary>
    public IReadOnlyList<JourneyEventName> Events => _events;

    /// <summary>The draft; null when every version is published.</summary>
    public JourneyVersion? Draft => _versions.Find(v => v.Status == JourneyVersionStatus.Draft);

    /// <summary>Makes the journey do something else: the draft is written anew, or a new one begins.</summary>
    /// <param name="definition">What it does.</param>
    /// <param name="now">The moment.</param>
    public void Rewrite(JourneyDefinition definition, Instant now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (Draft is { } draft)
        {
            draft.Take(definition, now);
        }
        else
        {
            _versions.Add(new JourneyVersion(_versions.Max(v => v.Number) + 1, definition, now));
        }

        Raise(new JourneyRewritten(Id, Key, Draft!.Number, now));
    }

    /// <summary>Changes the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="now">The moment.</param>
    public void Rename(string name, Instant now)
    {
        Name = Guard.Line(name, MaxNameLength);
        Raise(new JourneyRenamed(Id, Key, Name, now));
    }

    /// <summary>Whether there is a draft to publish.</summary>
    /// <returns>The ruling.</returns>
    public CrmRuling CanPublish() => Draft is null ? CrmRuling.Refused(e => e.JourneyNothingToPublish(Key)) : CrmRuling.Permitted;

    /// <summary>Publishes the draft: from now on contacts enter it, and no longer the version before.</summary>
    /// <param name="now">The moment.</param>
    public void Publish(Instant now)
    {
        CanPublish().Demand();
        var draft = Draft!;
        var definition = JourneyDefinition.Parse(draft.Definition).Value;
        Published()?.Retire(now);
        draft.Publish(now);
        (PublishedNumber, SegmentKey) = (draft.Number, definition.Entry.Segment);
        var awaited = definition.Steps.OfType<JourneyDecisionStep>().Select(d => d.Event).Append(definition.Entry.Event).Append(definition.Goal?.Event);
        _events.AddRange(awaited.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => new JourneyEventName(draft.Number, name)));
        Raise(new JourneyPublished(Id, Key, draft.Number, now));
    }

    /// <summary>Whether contacts enter.</summary>
    /// <returns>The ruling.</returns>
    public CrmRuling CanRetire() => PublishedNumber is null ? CrmRuling.Refused(e => e.JourneyNotPublished(Key)) : CrmRuling.Permitted;

    /// <summary>Lets nobody enter any more; whoever is on the way goes on.</summary>
    /// <param name="now">The moment.</param>
    public void Retire(Instant now)
    {
        CanRetire().Demand();
        var published = Published()!;
        published.Retire(now);
        (PublishedNumber, SegmentKey) = (null, null);
        Raise(new JourneyRetired(Id, Key, published.Number, now));
    }

    private JourneyVersion? Published() => _versions.Find(v => v.Number == PublishedNumber);
}
