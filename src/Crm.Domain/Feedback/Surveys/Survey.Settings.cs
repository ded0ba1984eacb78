using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Feedback;

public sealed partial class Survey
{
    private const int MaxHours = 8_760;

    /// <summary>For how many days an invitation can be answered.</summary>
    public int ExpiresAfterDays { get; private set; }

    /// <summary>After how many days without an answer the customer is reminded; null for never.</summary>
    public int? RemindsAfterDays { get; private set; }

    /// <summary>The message template by which invitations are sent.</summary>
    public string? TemplateKey { get; private set; }

    /// <summary>The status of a case on which its customer is asked.</summary>
    public CaseStatus? AsksWhenCaseIs { get; private set; }

    /// <summary>Whether a case takes no more messages of its customer once it is rated.</summary>
    public bool LocksRatedCase { get; private set; }

    /// <summary>What a low score leads to.</summary>
    public LowScoreFollowUp LowScore { get; private set; }

    /// <summary>Within how many hours a low score is to be followed up.</summary>
    public int FollowUpHours { get; private set; }

    /// <summary>The team that follows up.</summary>
    public string? FollowUpTeamId { get; private set; }

    /// <summary>The type of the case that a low score opens.</summary>
    public string FollowUpCaseType { get; private set; }

    /// <summary>The settings, to be changed by <see cref="Configure"/>.</summary>
    /// <returns>A copy.</returns>
    public SurveySettings ToSettings() => new()
    {
        ExpiresAfterDays = ExpiresAfterDays, RemindsAfterDays = RemindsAfterDays, TemplateKey = TemplateKey, AsksWhenCaseIs = AsksWhenCaseIs, LocksRatedCase = LocksRatedCase,
        LowScore = LowScore, FollowUpHours = FollowUpHours, FollowUpTeamId = FollowUpTeamId, FollowUpCaseType = FollowUpCaseType,
    };

    /// <summary>Whether the settings can be changed.</summary>
    /// <returns>The ruling; refused with <c>SurveyIsClosed</c>.</returns>
    public CrmRuling CanConfigure() => IsOpen();

    /// <summary>Changes the settings; for invitations and answers from now on.</summary>
    /// <param name="settings">The settings, all of them.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A setting is out of its bounds.</exception>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void Configure(SurveySettings settings, Instant now)
    {
        CanConfigure().Demand();
        Take(settings);
        Raise(new SurveyConfigured(Id, Key, now));
    }

    private void Take(SurveySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.ExpiresAfterDays is < 1 or > SurveySettings.MaxDays || settings.RemindsAfterDays is < 1 or > SurveySettings.MaxDays || settings.FollowUpHours is < 1 or > MaxHours)
        {
            throw new ArgumentOutOfRangeException(nameof(settings), $"Days are 1 to {SurveySettings.MaxDays}, hours 1 to {MaxHours}.");
        }

        if (settings is { AsksWhenCaseIs: not null, TemplateKey: null })
        {
            throw new ArgumentException("Whoever is asked automatically is asked by a template.", nameof(settings));
        }

        var (template, team) = (Guard.OptionalLine(settings.TemplateKey, MessageTemplate.MaxKeyLength), Guard.OptionalLine(settings.FollowUpTeamId, Actor.MaxIdLength));
        var type = Guard.Line(settings.FollowUpCaseType, ServiceCase.MaxTypeLength);
        (LowScore, AsksWhenCaseIs, LocksRatedCase) = (Guard.Defined(settings.LowScore), settings.AsksWhenCaseIs, settings.LocksRatedCase);
        (ExpiresAfterDays, RemindsAfterDays, TemplateKey) = (settings.ExpiresAfterDays, settings.RemindsAfterDays, template);
        (FollowUpHours, FollowUpTeamId, FollowUpCaseType) = (settings.FollowUpHours, team, type);
    }
}
