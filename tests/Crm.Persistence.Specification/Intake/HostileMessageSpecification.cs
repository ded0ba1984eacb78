using System.Text;
using System.Text.Json;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using NodaTime;

namespace Crm.Persistence.Specification.Intake;

/// <summary>Whatever strangers send is stored harmless or refused with a reason, and nothing is half-written.</summary>
[Trait("Check", "IN-06")]
public abstract class HostileMessageSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task NaughtyStrings_InEveryField_ComeThroughOrAreRefusedWithACode()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(TestData.Require("text/blns.json")))!;
        var host = await HostAsync();
        var messages = naughty.Select((text, i) => Post.Mail("anna.rossi@example.com", $"<n{i}@example.com>", text, text) with
        {
            From = new("anna.rossi@example.com", text), Cc = [new(text, text)], References = [text], InReplyTo = text, Html = text,
            Attachments = [new(text, text, 1) { Text = text, Sha256 = new string('0', 64), StorageKey = "k" }],
            Headers = new MailHeaders([KeyValuePair.Create("X-Note", text)]),
        }).ToArray();
        var taken = await host.TakeAllAsync(messages);
        taken.Zip(naughty).Should().OnlyContain(t => t.First.Outcome == IntakeOutcome.NewCase || t.First.Outcome == IntakeOutcome.FollowUp
            || (t.First.Error!.Code == "HeaderBroken" && t.Second.Any(c => "\r\n\0".Contains(c))));
        taken.Count(t => t.Outcome != IntakeOutcome.Refused).Should().BeGreaterThan(480);
        await using var work = host.Work();
        foreach (var (result, text) in taken.Zip(naughty).Where(t => t.First.Outcome != IntakeOutcome.Refused && !string.IsNullOrWhiteSpace(t.Second)))
        {
            (await work.History.FindAsync(result.InteractionId!.Value))!.Body.Should().Be(text.Replace('\0', '\uFFFD').Replace('\uFFFE', '\uFFFD'));
        }

        foreach (var text in naughty.Where(t => t.Length > 0))
        {
            (await host.TakeAsync(Post.Mail(text, $"f{text}"))).Should().Match<IntakeResult>(t => t.Outcome != IntakeOutcome.Refused || t.Error!.Code != "InvalidValue", text);
        }
    }

    [SkippableFact]
    public async Task AttackCase29_Headers_ThatBreakOut_AreRefused()
    {
        var host = await HostAsync();
        var mail = Post.Mail("bob@example.org", "1");
        InboundMessage[] broken =
        [
            mail with { Subject = "Hi\r\nBcc: all@example.org" },
            mail with { From = new("bob@example.org", "Bob\nX") },
            mail with { From = new("bob@example.org\0", "Bob") },
            mail with { To = [new("a@example.org\r\n")] },
            mail with { Cc = [new("a@example.org", "A\0")] },
            mail with { MessageId = "<a\r\nb>" },
        ];
        (await host.TakeAllAsync(broken)).Should().OnlyContain(t => t.Outcome == IntakeOutcome.Refused && t.Error!.Code == "HeaderBroken");
        (await host.TakeAsync(mail with { Subject = "Tab\tand\u2028line\u0007 \ud800 end" })).Outcome.Should().Be(IntakeOutcome.NewCase);
        await using var work = host.Work();
        (await work.Desk.ListAsync(new())).Items.Single().Subject.Should().Be("Tab and line  \uFFFD end");
    }

    [SkippableFact]
    public async Task Sizes_AboveTheLimits_AreRefusedOrCut()
    {
        var host = await HostAsync(s => s.Crm = o => o.Intake.Limits = new MessageLimits { MaxTextLength = 2_000_000, MaxBodyLength = 1_000, MaxAttachments = 3, MaxAttachmentBytes = 100, MaxReceivers = 5, MaxLinks = 50 });
        var mail = Post.Mail("bob@example.org", "1");
        async Task<string> CodeAsync(InboundMessage message) => (await host.TakeAsync(message)).Error!.Code;
        (await CodeAsync(mail with { Text = new string('x', 2_000_001) })).Should().Be("MessageTooLarge");
        (await CodeAsync(mail with { Attachments = [.. Enumerable.Repeat(new InboundAttachment("a", "text/plain", 1), 4)] })).Should().Be("MessageTooLarge");
        (await CodeAsync(mail with { Attachments = [new("a", null, long.MaxValue), new("b", null, long.MaxValue)] })).Should().Be("MessageTooLarge");
        (await CodeAsync(mail with { Attachments = [new("a", null, -1)] })).Should().Be("InvalidValue");

        var cut = await host.TakeAsync(mail with { Text = new string('x', 999) + "\ud83d\ude00" + new string('y', 500), To = [.. Enumerable.Range(0, 50).Select(i => new MessageParty($"r{i}@example.org"))] });
        cut.IsTruncated.Should().BeTrue();
        var links = await host.TakeAsync(Post.Mail("bob@example.org", "2", "Links", string.Concat(Enumerable.Range(0, 51).Select(i => $"https://x{i}.example\n"))));
        var few = await host.TakeAsync(Post.Mail("bob@example.org", "3", "Links", string.Concat(Enumerable.Range(0, 50).Select(i => $"http://x{i}.ex\n"))));
        await using var work = host.Work();
        var contact = (await work.History.FindAsync(cut.InteractionId!.Value))!;
        (contact.Body!.Length, contact.Participants.Count).Should().Be((999, 6));
        (await work.History.FindAsync(links.InteractionId!.Value))!.Body.Should().NotContain("https://").And.Contain("hxxps://x0.example");
        (await work.History.FindAsync(few.InteractionId!.Value))!.Body.Should().Contain("http://x49.ex");
    }

    [SkippableFact]
    public async Task Times_ThatCannotBe_CountAsNow()
    {
        var host = await HostAsync();
        foreach (var (sent, i) in new[] { host.Clock.Now + Duration.FromDays(1), Instant.MaxValue, Instant.MinValue, Instant.FromUtc(1970, 1, 1, 0, 0) }.Select((s, i) => (s, i)))
        {
            var taken = await host.TakeAsync(Post.Mail("bob@example.org", $"{i}") with { SentAt = sent });
            await using var work = host.Work();
            (await work.History.FindAsync(taken.InteractionId!.Value))!.At.Should().Be(host.Clock.Now);
        }
    }

    [SkippableFact]
    public async Task FailureWhileWriting_LeavesNothing_AndTheMessageCanComeAgain()
    {
        var fault = new WriteFault();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(fault));
        var anna = await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "1"));
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        fault.IsOn = true;
        var take = () => host.TakeAllAsync(Post.Mail("new@example.org", "2"), Post.Mail(Post.Anna, "3", $"{first.CaseNumber}"));
        await take.Should().ThrowAsync<InvalidDataException>();
        fault.IsOn = false;
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        (await take()).Select(t => t.Outcome).Should().Equal(IntakeOutcome.NewCase, IntakeOutcome.FollowUp);
        anna.Should().Be(first.CustomerId!.Value);
    }
}
