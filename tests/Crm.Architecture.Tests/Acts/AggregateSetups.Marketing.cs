using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Feedback;
using Crm.Domain.Marketing;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of marketing, automation and feedback.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Marketing =>
    [
        AggregateSetup.Of(() => new Segment(SegmentId.New(s_now), "vips", "VIPs", Criterion.Everything, Domain.Access.Actor.Agent("ada"), s_now))
            .Before<Segment>(nameof(Segment.Describe), _ => ["Very important", "Whom we know by name.", true, s_now])
            .Before<Segment>(nameof(Segment.Restore), s => s.Archive(s_now)),
        AggregateSetup.Of(() => new SegmentMembership(
            SegmentMembershipId.New(s_now), SegmentId.New(s_now), "vips", s_customer, new SegmentChange(SegmentReason.Hand) { By = "ada" }, s_now)),
        AggregateSetup.Of(() => new Journey(JourneyId.New(s_now), "welcome", "Welcome", Journey(), s_now))
            .Before<Journey>(nameof(Domain.Marketing.Journey.Rewrite), _ => [Journey("known"), s_now])
            .Before<Journey>(nameof(Domain.Marketing.Journey.Retire), j => j.Publish(s_now)),
        AggregateSetup.Of(() => new JourneyRun(1, new JourneyEntered(JourneyRunId.New(s_now), JourneyId.New(s_now), "welcome", s_customer, JourneyEntryKind.Hand, "mark", false, s_now))),
        .. CampaignSetups.All,
        .. SignUpSetups.All,
        AggregateSetup.Of(() => new SegmentRun(
            SegmentRunId.New(s_now), SegmentId.New(s_now), "vips", 1, new SegmentOutcome("vips", SegmentRefreshMode.Rebuild, null, 3, 1), s_now)),
        AggregateSetup.Of(() => new Survey(SurveyId.New(s_now), "service", "Service", s_asked, new SurveySettings(), s_now))
            .Before<Survey>(nameof(Survey.Write), s =>
            {
                s.Publish(Domain.Access.Actor.Agent("ada"), s_now);
                return [s_asked, s_now];
            })
            .Before<Survey>(nameof(Survey.CanInvite), s => s.Publish(Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new SurveyInvitation(SurveyInvitationId.New(s_now), PublishedSurvey(), new SurveyRequest("service", s_customer), "hash", true, s_now))
            .Before<SurveyInvitation>(nameof(SurveyInvitation.Answer), _ => [s_asked, new[] { SurveyReply.Score("recommend", 3) }, s_day, s_now])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.CanExpire), _ => [s_now + Duration.FromDays(30)])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.Expire), _ => [s_now + Duration.FromDays(30)])
            .Before<SurveyInvitation>(nameof(SurveyInvitation.CanFollowUp), Unhappy)
            .Before<SurveyInvitation>(nameof(SurveyInvitation.FollowUp), Unhappy),
        AggregateSetup.Of(() => new AutomationRule(AutomationRuleId.New(s_now), "welcome", "Welcome", Rule(), 0, s_now))
            .Before<AutomationRule>(nameof(AutomationRule.Disable), r => r.Enable(s_now)),
        AggregateSetup.Of(() => new WebhookSubscription(WebhookSubscriptionId.New(s_now), "erp", "https://example.org/hook", ["customers.customer-created"], WebhookSignature.NewSecret(), s_now))
            .Before<WebhookSubscription>(nameof(WebhookSubscription.Change), _ => ["https://example.org/other", new[] { WebhookEventName.Every }, s_now])
            .Before<WebhookSubscription>(nameof(WebhookSubscription.ChangeSecret), _ => [WebhookSignature.NewSecret(), Duration.FromDays(1), s_now])
            .Before<WebhookSubscription>(nameof(WebhookSubscription.Activate), s => s.Deactivate(null, s_now)),
    ];

    private static JourneyDefinition Journey(string tag = "new") => new(new JourneyEntry(JourneyEntryKind.Hand), [new JourneyActionStep("mark", RuleActionDefinition.Of("addTag", ("tag", tag)))]);

    private static RuleDefinition Rule() => new("customers.customer-created", Domain.Criteria.Criterion.Everything, [RuleActionDefinition.Of("addTag", ("tag", "new"))]);

    private static Survey PublishedSurvey()
    {
        var survey = new Survey(SurveyId.New(s_now), "service", "Service", s_asked, new SurveySettings(), s_now);
        survey.Publish(Domain.Access.Actor.Agent("ada"), s_now);
        return survey;
    }

    private static void Unhappy(SurveyInvitation invitation) => invitation.Answer(s_asked, [SurveyReply.Score("recommend", 3)], s_day, s_now);
}
