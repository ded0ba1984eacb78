using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Intake;

/// <summary>Where messages name no thread, what comes soon after belongs together.</summary>
[Trait("Check", "IN-06")]
public abstract class ConversationSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Number = "+39 333 1234567";

    [SkippableFact]
    public async Task TextMessage_WithinADay_ContinuesTheConversation_AndALaterOneBeginsACase()
    {
        var host = await HostAsync();
        var first = await host.TakeAllAsync(Sms(Number, "1"), Sms("+393331234567", "2"));
        first.Select(f => f.Outcome).Should().Equal(IntakeOutcome.NewCase, IntakeOutcome.FollowUp);
        host.Clock.Advance(Duration.FromDays(1));
        var next = await host.TakeAsync(Sms(Number, "3"));
        (next.Outcome, next.CaseId).Should().Be((IntakeOutcome.FollowUp, first[0].CaseId));
        host.Clock.Advance(Duration.FromDays(1) + Duration.FromSeconds(1));
        (await host.TakeAsync(Sms(Number, "4"))).Outcome.Should().Be(IntakeOutcome.NewCase);
    }

    [SkippableFact]
    public async Task Message_OfAnotherSenderOrChannel_BeginsACaseOfItsOwn()
    {
        var host = await HostAsync();
        await host.TakeAsync(Sms(Number, "1"));
        var others = await host.TakeAllAsync(
            Sms("+39 333 7654321", "2"), new(Channels.Chat, new("anna")) { MessageId = "3", Text = "Hello" }, new(Channels.Social, new("anna")) { MessageId = "4", Text = "Hello" }, Post.Mail(Post.Anna, "5"));
        others.Should().OnlyContain(o => o.Outcome == IntakeOutcome.NewCase);
        (await host.TakeAsync(Post.Mail(Post.Anna, "6", "Other"))).Outcome.Should().Be(IntakeOutcome.NewCase, "a mail names what it answers");
        (await host.TakeAsync(new(Channels.Chat, new("anna")) { MessageId = "7", Text = "Still there?" })).CaseId.Should().Be(others[1].CaseId);
    }

    [SkippableFact]
    public async Task OurOwnText_AboutACase_CarriesTheConversationOn()
    {
        var host = await HostAsync();
        var first = await host.TakeAsync(Sms(Number, "1"));
        host.Clock.Advance(Duration.FromHours(20));
        await using (var work = host.Work())
        {
            (await work.History.RecordAsync(new(first.CustomerId!.Value, Channels.Sms, Direction.Outbound, "We are on it") { CustomerAddress = Number, About = first.CaseId!.Value.ToSubject() }))
                .Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromHours(20));
        (await host.TakeAsync(Sms(Number, "2"))).CaseId.Should().Be(first.CaseId);
    }

    [SkippableFact]
    public async Task Channel_WithoutConversations_BeginsACaseEachTime()
    {
        var host = await HostAsync(s => s.Crm = o =>
        {
            o.Channels.TryGet(Channels.Sms, out var sms);
            o.Channels.Register(sms! with { Conversation = null });
        });
        (await host.TakeAllAsync(Sms(Number, "1"), Sms(Number, "2"))).Should().OnlyContain(t => t.Outcome == IntakeOutcome.NewCase);
    }

    private static InboundMessage Sms(string from, string id) => new(Channels.Sms, new(from)) { MessageId = id, Text = "The kettle again." };
}
