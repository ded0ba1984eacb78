using Crm.Domain.Customers;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Each response counts once, whenever it is heard of; a hard bounce and an opt-out reach the customer; links are ours or nobody's.</summary>
public abstract class CampaignResponseSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private readonly CampaignHosts.Outbox _mail = new();

    [SkippableFact]
    [Trait("Check", "EM-08")]
    public async Task Record_TwiceOrTooEarlyOrOfNobody_LosesNothing()
    {
        var (host, _, recipient) = await PlannedAsync();
        (await host.RespondAsync(recipient.Id, CampaignResponseKind.Clicked, "event-1", host.Clock.Now)).Should().Be(CampaignResponseOutcome.Waiting);
        (await host.RespondAsync(recipient.Id, CampaignResponseKind.Clicked, "event-1")).Should().Be(CampaignResponseOutcome.Repeated);
        (await host.RespondAsync(CampaignRecipientId.New(host.Clock.Now), CampaignResponseKind.Opened, "event-2")).Should().Be(CampaignResponseOutcome.UnknownRecipient);
        var clicked = host.Clock.Now;
        host.Clock.Advance(Duration.FromMinutes(5));
        await host.RunAsync();
        var sent = (await host.RecipientsAsync()).Single();
        (sent.Status, sent.ClickedAt, sent.OpenedAt).Should().Be((CampaignRecipientStatus.Sent, clicked, clicked), "it waited for the message");
        await using (var work = host.Work())
        {
            (await work.Get<MessageDeliveries>().DeliveredAsync(_mail.Sent.Single().MessageId)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.DeliverAsync();
        (await host.RespondAsync(recipient.Id, CampaignResponseKind.Replied, "event-3")).Should().Be(CampaignResponseOutcome.Applied);
        var done = (await host.RecipientsAsync()).Single();
        (done.DeliveredAt, done.RepliedAt, done.ClickedAt).Should().Be((clicked, host.Clock.Now, clicked), "a click says that it had arrived by then");
        await using var look = host.Work();
        (await look.Context.Set<CampaignResponse>().AsNoTracking().ToListAsync()).Select(r => (r.Kind, r.Outcome)).Should().BeEquivalentTo(
        [
            (CampaignResponseKind.Clicked, CampaignResponseOutcome.Applied), (CampaignResponseKind.Opened, CampaignResponseOutcome.UnknownRecipient), (CampaignResponseKind.Sent, CampaignResponseOutcome.Applied),
            (CampaignResponseKind.Delivered, CampaignResponseOutcome.Applied), (CampaignResponseKind.Replied, CampaignResponseOutcome.Applied),
        ]);
    }

    [SkippableFact]
    [Trait("Check", "EM-08")]
    public async Task Bounce_Hard_MarksTheAddressInvalidAndSoftDoesNot()
    {
        var (host, customer, recipient) = await PlannedAsync();
        await host.RunAsync();
        (await host.RespondAsync(recipient.Id, CampaignResponseKind.BouncedSoft, "soft")).Should().Be(CampaignResponseOutcome.Applied);
        await using (var work = host.Work())
        {
            (await work.Customers.FindAsync(customer))!.ContactPoints.Should().OnlyContain(p => !p.IsInvalid);
            (await work.Get<MessageDeliveries>().BouncedAsync(_mail.Sent.Single().MessageId, "550 5.1.1 no such user")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.DeliverAsync();
        await using var look = host.Work();
        (await look.Customers.FindAsync(customer))!.ContactPoints.Should().OnlyContain(p => p.IsInvalid && p.InvalidReason == "550 5.1.1 no such user");
        (await host.RecipientsAsync()).Single().IsHardBounce.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "EM-08")]
    public async Task OptOut_ByToken_TakesTheConsentBack()
    {
        var (host, customer, _) = await PlannedAsync();
        await host.RunAsync();
        var token = TokenAfter("out:");
        await using (var work = host.Work())
        {
            var responses = work.Get<CampaignResponses>();
            (await responses.OptOutAsync((token[0] == 'x' ? "y" : "x") + token[1..])).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignTokenInvalid));
            (await responses.OptOutAsync("ä" + token[1..])).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignTokenInvalid));
            (await responses.TrackAsync(token, CampaignResponseKind.Opened, "k")).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.CampaignTokenInvalid), "it opts out, and nothing else");
            (await responses.OptOutAsync(token)).Value.Should().Be(CampaignResponseOutcome.Applied);
            await work.SaveAsync();
            (await responses.OptOutAsync(token)).Value.Should().Be(CampaignResponseOutcome.Repeated);
        }

        await using var look = host.Work();
        (await look.Get<ContactPermissions>().MayContactAsync(customer, Purposes.Marketing, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
        (await host.RecipientsAsync()).Single().OptedOutAt.Should().Be(host.Clock.Now);
    }

    [SkippableFact]
    public async Task AttackCase32_TrackingTokens_CannotBeForgedOrUsedForSomethingElse()
    {
        var (host, _, recipient) = await PlannedAsync(follows: true);
        await host.RunAsync();
        var token = TokenAfter("track:");
        await using var work = host.Work();
        var responses = work.Get<CampaignResponses>();
        foreach (var place in Enumerable.Range(0, token.Length))
        {
            var forged = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            (await responses.TrackAsync(forged, CampaignResponseKind.Opened, $"o{place}")).Errors.Single().Code.Should().Be("CampaignTokenInvalid", $"character {place}");
        }

        (await responses.TrackAsync(recipient.Id.ToString(), CampaignResponseKind.Opened, "o")).Errors.Single().Code.Should().Be("CampaignTokenInvalid");
        (await responses.OptOutAsync(token)).Errors.Single().Code.Should().Be("CampaignTokenInvalid", "a token has one use");
        await work.SaveAsync();
        (await host.RecipientsAsync()).Single().OpenedAt.Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "EM-08")]
    public async Task Reply_ToTheMessage_IsKnownByItself_Once_WhereverItIsNamed()
    {
        var (host, customer, _) = await PlannedAsync();
        await host.RunAsync();
        var sent = _mail.Sent.Single().MessageId;
        InboundMessage Answer(string id) => new(Channels.Email, new MessageParty("anna@example.org", "Anna")) { MessageId = id, Subject = "Re: News", Text = "Thank you!" };
        host.Clock.Advance(Duration.FromHours(1));
        await using (var work = host.Work())
        {
            var robot = Answer("<robot@example.org>") with { InReplyTo = sent, Headers = new MailHeaders([new("Auto-Submitted", "auto-replied")]) };
            (await work.Get<MessageIntake>().TakeAllAsync([robot, Answer("<other@example.org>") with { InReplyTo = "<somebody@example.org>" }])).Succeeded.Should().BeTrue();
        }

        await host.DeliverAsync();
        (await host.RecipientsAsync()).Single().RepliedAt.Should().BeNull("a machine does not answer, and another message is not ours");
        await using (var work = host.Work())
        {
            (await work.Get<MessageIntake>().TakeAllAsync([Answer("<one@example.org>") with { References = [$"<first@example.org> {sent}"] }])).Value[0].CustomerId.Should().Be(customer);
        }

        await host.DeliverAsync();
        var answered = host.Clock.Now;
        (await host.RecipientsAsync()).Single().Should().Match<CampaignRecipient>(r => r.RepliedAt == answered && r.OpenedAt == answered);
        host.Clock.Advance(Duration.FromHours(1));
        await using (var work = host.Work())
        {
            (await work.Get<MessageIntake>().TakeAllAsync([Answer("<one@example.org>") with { InReplyTo = sent }, Answer("<two@example.org>") with { InReplyTo = sent }])).Succeeded.Should().BeTrue();
        }

        await host.DeliverAsync();
        (await host.RecipientsAsync()).Single().RepliedAt.Should().Be(answered);
        await using var look = host.Work();
        (await look.Context.Set<CampaignResponse>().AsNoTracking().CountAsync(r => r.Kind == CampaignResponseKind.Replied)).Should().Be(1);
    }

    [SkippableFact]
    [Trait("Check", "EM-08")]
    public async Task Reply_BeforeTheCampaignHearsThatItsMessageWasSent_Waits()
    {
        var (host, customer, _) = await PlannedAsync();
        await using (var work = host.Work())
        {
            (await work.Get<CampaignRuns>().DispatchAsync()).Value.Should().Be(1);
        }

        await using (var work = host.Work())
        {
            var queued = await work.Context.Set<OutboundMessage>().SingleAsync();
            (await work.History.RecordAsync(new ContactDetails(customer, Channels.Email, Direction.Inbound, "Re: News") { InReplyTo = queued.MessageId, Body = "Quick!" })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            var answer = await work.Context.Set<Interaction>().SingleAsync();
            var store = work.Get<ICampaignResponseStore>();
            var recipient = (await store.AnsweredByAsync(answer.Id, default))!;
            (await work.Get<CampaignResponses>().RecordAsync(new(recipient.Id, CampaignResponseKind.Replied, $"{CampaignResponseKind.Replied}:{recipient.Id}"))).Value.Should().Be(CampaignResponseOutcome.Waiting);
            await work.SaveAsync();
        }

        await host.DeliverAsync();
        (await host.RecipientsAsync()).Single().Should().Match<CampaignRecipient>(r => r.Status == CampaignRecipientStatus.Sent && r.RepliedAt != null);
    }

    [SkippableFact]
    public async Task Tracking_WithoutConsentToIt_FollowsNobody()
    {
        var (host, _, _) = await PlannedAsync();
        await host.RunAsync();
        _mail.Sent.Single().Text.Should().EndWith("track:", "nobody agreed to it");
    }

    [SkippableFact]
    public async Task Tracking_ConsentTakenBack_StopsFollowing()
    {
        var (host, customer, _) = await PlannedAsync(follows: true);
        await host.RunAsync();
        var token = TokenAfter("track:");
        await using (var work = host.Work())
        {
            (await work.Get<CampaignResponses>().TrackAsync(token, CampaignResponseKind.Clicked, "click-1", "https://example.org/kettle")).Value.Should().Be(CampaignResponseOutcome.Applied);
            (await work.Get<CampaignResponses>().TrackAsync(token, CampaignResponseKind.Converted, "click-2")).Errors.Should().ContainSingle(e => e.Code == nameof(CrmErrorDescriber.InvalidValue));
            (await work.Get<ConsentDesk>().WithdrawAsync(customer, Purposes.Profiling, null, "call")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Get<CampaignResponses>().TrackAsync(token, CampaignResponseKind.Clicked, "click-3")).Value.Should().Be(CampaignResponseOutcome.NotFollowed);
        }

        (await host.RecipientsAsync()).Single().ClickedAt.Should().Be(host.Clock.Now);
    }

    private async Task<(CrmTestHost<SpecificationContext> Host, CustomerId Customer, CampaignRecipient Recipient)> PlannedAsync(bool follows = false)
    {
        var host = await HostAsync(s =>
        {
            s.Services = services => services.AddSingleton<IMessageSender>(_mail);
            s.Crm = o => o.Marketing.TokenKey = Convert.ToBase64String(new byte[32]);
        });
        var anna = await host.ReadyAsync("Anna");
        if (follows)
        {
            await using var work = host.Work();
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(anna, Purposes.Profiling, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await host.PrepareAsync([anna]);
        await host.ScheduleAsync(new CampaignDraft("spring", "Spring", Channels.Email) { Segments = ["guests"], Variants = [new("A", "a")] });
        await host.AdvanceAsync();
        return (host, anna, (await host.RecipientsAsync()).Single());
    }

    private string TokenAfter(string mark)
    {
        var text = _mail.Sent.Single().Text;
        return text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].Split(' ')[0];
    }
}
