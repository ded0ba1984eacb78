using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using NodaTime;

namespace Crm.Persistence.Specification.Intake;

/// <summary>What programs write is nobody's answer, and two of them do not talk for ever.</summary>
[Trait("Check", "IN-07")]
public abstract class AutomaticMessageSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Headers_OfATrustedGateway_DecideAsTheirCasesSay()
    {
        using var cases = JsonDocument.Parse(await File.ReadAllTextAsync(TestData.Require("interactions/email/auto-response-headers.json")));
        var host = await HostAsync(s => s.Crm = o => o.Intake.TrustedHeaders = new TrustedMailHeaders());
        var number = 0;
        foreach (var row in cases.RootElement.EnumerateArray())
        {
            var headers = row.GetProperty("headers").EnumerateObject().Select(h => (h.Name, h.Value.GetString()!)).ToArray();
            var taken = await host.TakeAsync(Post.Mail($"sender{++number}@example.org", $"m{number}").With(headers));
            (taken.IsAutomatic, taken.MayAutoReply).Should().Be((row.GetProperty("is_auto_response").GetBoolean(), row.GetProperty("send_auto_response").GetBoolean()), row.GetProperty("case").GetString());
        }

        number.Should().Be(7);
        var anywhere = await HostAsync();
        (await anywhere.TakeAsync(Post.Mail("a@example.org", "1").With(("x-tts-send-auto-response", "false")))).MayAutoReply.Should().BeTrue("anyone can write such a field");
    }

    [SkippableFact]
    public async Task AbsenceNote_NeitherAnswersNorReopensNorStartsAnything()
    {
        var host = await HostAsync();
        await host.AnnaAsync();
        var first = await host.TakeAllAsync(Post.Mail(Post.Anna, "1", "A"), Post.Mail(Post.Anna, "2", "B"));
        await using (var work = host.Work())
        {
            (await work.Desk.WaitAsync(first[0].CaseId!.Value)).Succeeded.Should().BeTrue();
            (await work.Desk.ResolveAsync(first[1].CaseId!.Value, "Done.")).Succeeded.Should().BeTrue();
            (await work.Desk.CloseAsync(first[1].CaseId!.Value)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var notes = await host.TakeAllAsync(
            Post.Mail(Post.Anna, "3", $"Out of office {first[0].CaseNumber}").With(("Auto-Submitted", "auto-replied")),
            Post.Mail(Post.Anna, "4", $"Out of office {first[1].CaseNumber}").With(("Auto-Submitted", "auto-replied")),
            Post.Mail(Post.Anna, "5", "Out of office").With(("Auto-Submitted", "auto-replied")));
        notes.Should().OnlyContain(n => n.IsAutomatic && !n.MayAutoReply);
        notes.Select(n => n.Outcome).Should().Equal(IntakeOutcome.FollowUp, IntakeOutcome.FollowUp, IntakeOutcome.Interaction);
        await using var check = host.Work();
        var waiting = (await check.Desk.FindAsync(first[0].CaseId!.Value))!;
        (waiting.Status, waiting.FirstRespondedAt, waiting.Messages[^1].Kind).Should().Be((CaseStatus.WaitingOnCustomer, null, CaseMessageKind.Automatic));
        (await check.Desk.FindAsync(first[1].CaseId!.Value))!.Status.Should().Be(CaseStatus.Closed);
        (await check.History.FindAsync(notes[0].InteractionId!.Value))!.IsAutomatic.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Bounce_OfOurMail_MarksTheAddressInvalid_AndLeavesConsentAlone()
    {
        var key = Convert.ToBase64String(new byte[32]);
        var host = await HostAsync(s => s.Crm = o => o.Intake.TokenKey = key);
        var anna = await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "1"));
        string issued;
        await using (var work = host.Work())
        {
            issued = work.Get<MessageTokens>().NewMessageId(first.CaseId!.Value, "shop.example");
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(anna, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await host.TakeAsync(Bounce("forged", "5.1.1", null))).Outcome.Should().Be(IntakeOutcome.Interaction);
        (await PointAsync()).IsInvalid.Should().BeFalse("anyone can write a report");
        (await host.TakeAsync(Bounce("soft", "4.2.2", issued))).Outcome.Should().Be(IntakeOutcome.FollowUp);
        (await PointAsync()).IsInvalid.Should().BeFalse("a full mailbox is not for ever");
        var hard = await host.TakeAsync(Bounce("hard", "5.1.1", issued));
        (hard.Outcome, hard.CaseId, hard.CustomerId, hard.Origin, hard.MayAutoReply).Should().Be((IntakeOutcome.FollowUp, first.CaseId, anna, MessageOrigin.Bounce, false));
        (await PointAsync()).InvalidReason.Should().Contain("5.1.1");
        (await host.TakeAsync(Bounce("nobody", "5.1.1", null, "who@nowhere.example"))).Error!.Code.Should().Be("MessageConcernsNobody");
        await using var check = host.Work();
        (await check.Get<ConsentDesk>().HistoryAsync(anna)).Should().ContainSingle(c => c.Status == ConsentStatus.Granted);
        (await check.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle("a mail system is no customer");

        async Task<ContactPoint> PointAsync()
        {
            await using var work = host.Work();
            return (await work.Customers.FindAsync(anna))!.ContactPoints.Single(p => p.Kind == ContactPointKind.Email);
        }
    }

    [SkippableFact]
    public async Task TwoResponders_WiredTogether_ComeToRest()
    {
        var host = await HostAsync();
        await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "0"));
        var answered = 1;
        for (var i = 1; i <= 40; i++)
        {
            host.Clock.Advance(Duration.FromSeconds(10));
            answered += (await host.TakeAsync(Post.Mail(Post.Anna, $"{i}", $"Re: {first.CaseNumber}"))).MayAutoReply ? 1 : 0;
        }

        answered.Should().Be(10, "of one case, within ten minutes");
        host.Clock.Advance(Duration.FromMinutes(10));
        (await host.TakeAsync(Post.Mail(Post.Anna, "later", $"Re: {first.CaseNumber}"))).MayAutoReply.Should().BeTrue();

        // Without a reference each answer opens a case of its own: the ceiling of the receiver holds.
        var fresh = await host.TakeAllAsync([.. Enumerable.Range(0, 60).Select(i => Post.Mail("robot@example.org", $"r{i}", $"Confirmed {i}"))]);
        fresh.Count(t => t.MayAutoReply).Should().Be(30);
        await using var work = host.Work();
        host.Clock.Advance(Duration.FromDays(91));
        (await work.Get<MessageIntake>().ForgetAsync()).Value.Should().Be(102);
    }

    private static InboundMessage Bounce(string id, string status, string? original, string recipient = Post.Anna) => Post.Mail("MAILER-DAEMON@mx.example", id, "Undelivered Mail Returned to Sender", "Sorry.")
        .With(("Content-Type", "multipart/report; report-type=delivery-status"), ("Return-Path", "<>")) with
    {
        Attachments =
        [
            new(null, "message/delivery-status", 100) { Text = $"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; 550 No such user\n" },
            .. original is null ? [] : new InboundAttachment[] { new(null, "text/rfc822-headers", 100) { Text = $"Message-ID: {original}\nSubject: Re: Broken kettle\n" } },
        ],
    };
}
