using System.Buffers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// A message to many customers: to the members of segments, over one channel and for one purpose, in one or more variants, with a control group that
/// gets nothing, a budget and what was spent.
/// </summary>
public sealed partial class Campaign : AggregateRoot<CampaignId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Most segments of the audience, and most that are left out.</summary>
    public const int MaxSegments = 50;

    /// <summary>Most variants.</summary>
    public const int MaxVariants = 10;

    private static readonly SearchValues<char> s_key = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly List<CampaignSegment> _segments = [];
    private readonly List<CampaignVariant> _variants = [];
    private readonly List<CampaignCost> _costs = [];

    private Campaign() => (Key, Name, Channel, Purpose, SendTimes) = (null!, null!, null!, null!, null!);

    /// <summary>Makes a campaign as a draft.</summary>
    /// <param name="id">The id.</param>
    /// <param name="draft">What it is to be. Nobody checks here whether segments and templates exist.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The draft contradicts itself, or a text has another form.</exception>
    public Campaign(CampaignId id, CampaignDraft draft, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Key = draft.Key is { Length: > 0 and <= MaxKeyLength } key && !key.AsSpan().ContainsAnyExcept(s_key)
            ? key
            : throw new ArgumentException($"A key has 1 to {MaxKeyLength} lower-case letters, digits, hyphens and underscores.", nameof(draft));
        (Name, Channel, Purpose, SendTimes) = (null!, null!, null!, null!);
        Take(draft);
        CreatedAt = now;
        Raise(new CampaignCreated(id, Key, now));
    }

    /// <summary>What programs call it.</summary>
    public string Key { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>The purpose.</summary>
    public PurposeKey Purpose { get; private set; }

    /// <summary>How far it is.</summary>
    public CampaignStatus Status { get; private set; }

    /// <summary>The segments of its audience, and those that are left out.</summary>
    public IReadOnlyList<CampaignSegment> Segments => _segments;

    /// <summary>What it sends.</summary>
    public IReadOnlyList<CampaignVariant> Variants => _variants;

    /// <summary>What was spent on it.</summary>
    public IReadOnlyList<CampaignCost> Costs => _costs;

    /// <summary>How many costs it ever had.</summary>
    public int CostCount { get; private set; }

    /// <summary>What it may cost; null where nobody said.</summary>
    public Money? Budget { get; private set; }

    /// <summary>The share of those permitted who get nothing.</summary>
    public decimal ControlShare { get; private set; }

    /// <summary>Decides with the customer's id who gets what.</summary>
    public long Seed { get; private set; }

    /// <summary>The send window as text; see <see cref="SendWindow.TryParse"/>.</summary>
    public string SendTimes { get; private set; }

    /// <summary>When messages go out, by the clock of whom they go to.</summary>
    public SendWindow Window => SendWindow.TryParse(SendTimes, out var window) ? window : SendWindow.Always;

    /// <summary>What decides on the winner; null without a test.</summary>
    public WinnerMetric? TestMetric { get; private set; }

    /// <summary>How long after the start it is decided; null without a test.</summary>
    public Duration? TestLength { get; private set; }

    /// <summary>The share of the audience in the test; null without one.</summary>
    public decimal? TestShare { get; private set; }

    /// <summary>How sure a winner must be; null without a test.</summary>
    public decimal? TestConfidence { get; private set; }

    /// <summary>What the others get without a winner; null without a test.</summary>
    public string? TestFallback { get; private set; }

    /// <summary>How the best variant is found; null where none is sought.</summary>
    public CampaignTest? Test => TestMetric is { } metric ? new(metric, TestLength!.Value, TestShare!.Value, TestFallback!) { Confidence = TestConfidence!.Value } : null;

    /// <summary>When it was made.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>When it is to start; null while it is a draft.</summary>
    public Instant? StartsAt { get; private set; }

    /// <summary>When it started.</summary>
    public Instant? StartedAt { get; private set; }

    /// <summary>When the winner is to be chosen; null without a test, and once that is done.</summary>
    public Instant? TestEndsAt { get; private set; }

    /// <summary>The variant that the rest of the audience gets; null before that is decided.</summary>
    public string? Winner { get; private set; }

    /// <summary>Whether that is better than the others; null before it is decided.</summary>
    public WinnerVerdict? Verdict { get; private set; }

    /// <summary>When it finished or was called off.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>The sender, as <see cref="Suppression"/> knows it.</summary>
    public string Scope => ScopeOf(Id);

    /// <summary>The sender that a campaign is, as <see cref="Suppression"/> knows it.</summary>
    /// <param name="id">The campaign.</param>
    /// <returns>The scope.</returns>
    public static string ScopeOf(CampaignId id) => $"campaign:{id}";

    private static string KeyOf(string text, int most, string name) => Guard.Line(text, most, name);

    private void Take(CampaignDraft draft)
    {
        var (name, channel) = (Guard.Line(draft.Name, MaxNameLength), draft.Channel ?? throw new ArgumentException("A channel was expected.", nameof(draft)));
        var included = draft.Segments.Select(s => KeyOf(s, Segment.MaxKeyLength, "segments")).ToList();
        var excluded = draft.ExcludedSegments.Select(s => KeyOf(s, Segment.MaxKeyLength, "segments")).ToList();
        var variants = draft.Variants.Select(v => v with { Key = KeyOf(v.Key, CampaignVariant.MaxKeyLength, "variants"), TemplateKey = KeyOf(v.TemplateKey, MaxKeyLength, "variants") }).ToList();
        Demand(included.Count <= MaxSegments && excluded.Count <= MaxSegments && included.Concat(excluded).Distinct(StringComparer.Ordinal).Count() == included.Count + excluded.Count, "segments", "Every segment is named once, and there are at most 50 of each kind.");
        Demand(variants.Count <= MaxVariants && variants.Select(v => v.Key).Distinct(StringComparer.Ordinal).Count() == variants.Count, "variants", "Every variant is named once, and there are at most 10.");
        Demand(variants.TrueForAll(v => v.Weight is >= 1 and <= 1000), "variants", "A weight is 1 to 1,000.");
        Demand(IsShare(draft.ControlShare) && draft.ControlShare < 1, "controlShare", "The control group is a share from 0 to less than 1, with at most four decimals.");
        Demand(draft.Window.IsUsable, "window", "A window ends after it begins.");
        Demand(draft.Budget is not { IsNegative: true }, "budget", "A budget is not negative.");
        if (draft.Test is { } test)
        {
            Guard.Defined(test.Metric);
            Demand(variants.Count > 1 && variants.Exists(v => v.Key == test.Fallback), "test", "A test has at least two variants, and the fallback is one of them.");
            Demand(test.Length > Duration.Zero && test.Length <= Duration.FromDays(90) && IsShare(test.Share) && test.Share > 0, "test", "A test takes up to 90 days and a share of more than 0.");
            Demand(test.Confidence is >= .5m and <= .999m, "test", "The confidence is 0.5 to 0.999.");
        }

        (Name, Channel, Purpose) = (name, channel, draft.Purpose ?? Purposes.Marketing);
        (ControlShare, Budget, SendTimes) = (draft.ControlShare, draft.Budget, draft.Window.ToString());
        Seed = draft.Seed ?? BitConverter.ToInt64(Id.Value.ToByteArray(), 8);
        (TestMetric, TestLength, TestShare, TestConfidence, TestFallback) = (draft.Test?.Metric, draft.Test?.Length, draft.Test?.Share, draft.Test?.Confidence, draft.Test?.Fallback);
        _segments.RemoveAll(s => !included.Contains(s.Key) && !excluded.Contains(s.Key));
        foreach (var (key, isExcluded) in included.Select(s => (s, false)).Concat(excluded.Select(s => (s, true))))
        {
            if (_segments.Find(s => s.Key == key) is { } known)
            {
                known.Set(isExcluded);
            }
            else
            {
                _segments.Add(new CampaignSegment(key, isExcluded));
            }
        }

        _variants.RemoveAll(v => !variants.Exists(w => w.Key == v.Key));
        foreach (var variant in variants)
        {
            if (_variants.Find(v => v.Key == variant.Key) is { } known)
            {
                known.Set(variant);
            }
            else
            {
                _variants.Add(new CampaignVariant(variant));
            }
        }
    }

    private static bool IsShare(decimal share) => share is >= 0 and <= 1 && decimal.Round(share, 4) == share;

    private static void Demand(bool holds, string name, string what)
    {
        if (!holds)
        {
            throw new ArgumentException(what, name);
        }
    }
}
