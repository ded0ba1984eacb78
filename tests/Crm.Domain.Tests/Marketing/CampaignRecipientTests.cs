using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

public sealed class CampaignRecipientTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly CampaignResponseKind[] s_kinds = Enum.GetValues<CampaignResponseKind>();

    [Theory]
    [Trait("Check", "EM-08")]
    [InlineData(CampaignResponseKind.Clicked)]
    [InlineData(CampaignResponseKind.Replied)]
    public void Respond_ClickOrReply_ImplyThatItWasOpened(CampaignResponseKind kind)
    {
        var recipient = Sent();
        recipient.Respond(kind, s_now + Duration.FromHours(2), s_now);
        (recipient.OpenedAt, recipient.DeliveredAt).Should().Be((s_now + Duration.FromHours(2), s_now + Duration.FromHours(2)));
        recipient.Respond(CampaignResponseKind.Opened, s_now + Duration.FromHours(1), s_now);
        recipient.OpenedAt.Should().Be(s_now + Duration.FromHours(1), "the earliest moment stays");
    }

    [Fact]
    public void Respond_BeforeItWasSent_IsRefused()
    {
        var recipient = Planned();
        recipient.CanRespond(CampaignResponseKind.Opened).IsPermitted.Should().BeFalse();
        recipient.CanRespond(CampaignResponseKind.Sent).IsPermitted.Should().BeFalse("nothing was handed on");
    }

    [Fact]
    [Trait("Check", "EM-08")]
    public void Respond_AnyResponsesInAnyOrder_LeadToTheSame() => Prop.ForAll<Tuple<byte, byte>[], int>((heard, seed) =>
    {
        var all = heard.Select(h => (Kind: s_kinds[h.Item1 % s_kinds.Length], At: s_now + Duration.FromMinutes(h.Item2))).ToList();
        var (one, other, random) = (Sent(), Sent(), new Random(seed));
        all.ForEach(r => one.Respond(r.Kind, r.At, s_now));
        all.Concat(all).OrderBy(_ => random.Next()).ToList().ForEach(r => other.Respond(r.Kind, r.At, s_now));
        State(other).Should().Be(State(one));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    [Trait("Check", "EM-08")]
    public void Respond_MoreAndMore_NeverLosesWhatIsKnown() => Prop.ForAll<byte[]>(heard =>
    {
        var (recipient, known) = (Sent(), 0);
        foreach (var b in heard)
        {
            recipient.Respond(s_kinds[b % s_kinds.Length], s_now + Duration.FromMinutes(b), s_now);
            var now = new[] { recipient.SentAt, recipient.DeliveredAt, recipient.OpenedAt, recipient.ClickedAt, recipient.RepliedAt, recipient.BouncedAt, recipient.OptedOutAt, recipient.ConvertedAt }.Count(t => t is not null);
            now.Should().BeGreaterThanOrEqualTo(known);
            known = now;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draws_SameSeedAndCustomer_AreTheSameAndEvenlySpread()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => CustomerId.New(s_now + Duration.FromMilliseconds(i))).ToList();
        var draws = ids.ConvertAll(i => CampaignDraws.Of(42, i, "control"));
        draws.Should().Equal(ids.Select(i => CampaignDraws.Of(42, i, "control"))).And.OnlyContain(d => d >= 0 && d < 1);
        draws.Count(d => d < .1).Should().BeInRange(850, 1150);
        ids.Zip(draws).Count(p => p.Second < .5 && CampaignDraws.Of(42, p.First, "test") < .5).Should().BeInRange(2300, 2700, "other questions are independent");
        ids.Count(i => CampaignDraws.Of(43, i, "control") < .1 == CampaignDraws.Of(42, i, "control") < .1).Should().BeLessThan(9000, "another seed draws others");
    }

    private static string State(CampaignRecipient r) => string.Join(
        '|', r.Status, r.SentAt, r.DeliveredAt, r.OpenedAt, r.ClickedAt, r.RepliedAt, r.BouncedAt, r.IsHardBounce, r.OptedOutAt, r.ConvertedAt);

    private static CampaignRecipient Planned()
    {
        var customer = CustomerId.New(s_now);
        return new(CampaignRecipientId.New(s_now), CampaignId.New(s_now), new CampaignPlace(new SendingVerdict(customer, customer, null) { DueAt = s_now, Day = s_now.InUtc().Date }, "A"), s_now);
    }

    private static CampaignRecipient Sent()
    {
        var recipient = Planned();
        recipient.Queue(OutboundMessageId.New(s_now), s_now);
        recipient.Respond(CampaignResponseKind.Sent, s_now, s_now);
        return recipient;
    }
}
