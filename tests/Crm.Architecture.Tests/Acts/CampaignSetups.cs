using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of campaigns.</summary>
internal static class CampaignSetups
{
    private static readonly Instant s_now = SampleArguments.Now;
    private static readonly CustomerId s_customer = CustomerId.New(s_now);

    public static IReadOnlyList<AggregateSetup> All { get; } =
    [
        AggregateSetup.Of(() => new Campaign(CampaignId.New(s_now), Draft(), s_now))
            .Before<Campaign>(nameof(Campaign.Plan), _ => [Draft() with { Name = "Summer" }, s_now])
            .Before<Campaign>(nameof(Campaign.RemoveCost), c => [Cost(c), s_now])
            .Before<Campaign>(nameof(Campaign.Start), c => c.Schedule(null, s_now))
            .Before<Campaign>(nameof(Campaign.Pause), c => Run(c))
            .Before<Campaign>(nameof(Campaign.Resume), c => Pause(c))
            .Before<Campaign>(nameof(Campaign.Finish), c => Decide(c))
            .Before<Campaign>(nameof(Campaign.ChooseWinner), c => Tested(c)),
        AggregateSetup.Of(() => new CampaignRecipient(CampaignRecipientId.New(s_now), CampaignId.New(s_now), new CampaignPlace(Permitted(), "A"), s_now))
            .Before<CampaignRecipient>(nameof(CampaignRecipient.Replan), _ => ["B", Permitted(), s_now])
            .Before<CampaignRecipient>(nameof(CampaignRecipient.Fail), r => r.Queue(OutboundMessageId.New(s_now), s_now))
            .Before<CampaignRecipient>(nameof(CampaignRecipient.Respond), r => Handed(r)),
        AggregateSetup.Of(() => new CampaignResponse(
            CampaignResponseId.New(s_now), new CampaignResponseDetails(CampaignRecipientId.New(s_now), CampaignResponseKind.Opened, "event-1"), null, CampaignResponseOutcome.UnknownRecipient, s_now)),
    ];

    public static CampaignDraft Draft() => new("spring", "Spring", Channels.Email)
    {
        Segments = ["guests"], Variants = [new("A", "spring-a"), new("B", "spring-b")], Test = new(WinnerMetric.Click, Duration.FromHours(24), .2m, "A"), ControlShare = .1m,
    };

    public static SendingVerdict Permitted() => new(s_customer, s_customer, null) { DueAt = s_now, Day = s_now.InUtc().Date, Zone = "Europe/Rome", Address = "ada@example.org", AddressKey = "ada@example.org" };

    private static int Cost(Campaign campaign) => campaign.AddCost("Paper", new Money(20, Currency.Eur), s_now.InUtc().Date, s_now);

    private static void Run(Campaign campaign)
    {
        campaign.Schedule(null, s_now);
        campaign.Start(s_now);
    }

    private static void Pause(Campaign campaign)
    {
        Run(campaign);
        campaign.Pause(s_now);
    }

    private static object?[] Tested(Campaign campaign)
    {
        Run(campaign);
        return ["A", WinnerVerdict.Significant, s_now + Duration.FromHours(24)];
    }

    private static void Decide(Campaign campaign)
    {
        Run(campaign);
        campaign.ChooseWinner("A", WinnerVerdict.Significant, s_now + Duration.FromHours(24));
    }

    private static object?[] Handed(CampaignRecipient recipient)
    {
        recipient.Queue(OutboundMessageId.New(s_now), s_now);
        return [CampaignResponseKind.Sent, s_now, s_now];
    }
}
