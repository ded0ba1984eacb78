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

/// <summary>A message reaches the right case.</summary>
[Trait("Check", "IN-06")]
public abstract class ThreadingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string s_key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    /// <summary>Zammad's 30 cases of where a reference counts, each built from its own words.</summary>
    [SkippableFact]
    public async Task Reference_InEveryPlace_CountsAsTheMatrixSays()
    {
        using var matrix = JsonDocument.Parse(await File.ReadAllTextAsync(TestData.Require("interactions/email/followup-matrix.json")));
        var wrong = new List<string>();
        foreach (var row in matrix.RootElement.EnumerateArray())
        {
            var words = row.GetProperty("where").EnumerateArray().Select(w => w.GetString()!.Replace('\u2019', '\'')).ToList();
            var expected = row.GetProperty("expected").GetString() == "adds message to ticket" ? IntakeOutcome.FollowUp : IntakeOutcome.NewCase;
            var outcome = await OutcomeAsync(words);
            if (outcome != expected)
            {
                wrong.Add($"{row.GetProperty("line")}: {string.Join(", ", words)} gave {outcome}");
            }
        }

        matrix.RootElement.GetArrayLength().Should().Be(30);
        wrong.Should().BeEmpty();
    }

    private async Task<IntakeOutcome> OutcomeAsync(List<string> words)
    {
        bool Says(string text) => words.Exists(w => w.Contains(text, StringComparison.Ordinal));
        var host = await HostAsync(s => s.Crm = o =>
        {
            o.SuppressionKey = s_key;
            o.Intake.SearchCaseReferenceIn = Says("search body") ? CaseReferencePlaces.Body : Says("search attachments") ? CaseReferencePlaces.Attachments
                : Says("search headers") ? CaseReferencePlaces.Headers
                : Says("search everything") ? CaseReferencePlaces.Body | CaseReferencePlaces.Attachments | CaseReferencePlaces.Headers : CaseReferencePlaces.Subject;
            o.CaseFollowUps = new CaseFollowUpRules { Policy = new FollowUpPolicy { FollowUpPossible = Says("\"new_ticket\"") ? FollowUpPossible.NewCase : FollowUpPossible.Yes } };
        });
        var anna = await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "<first@example.com>"));
        await using (var work = host.Work())
        {
            if (Says("ticket is closed"))
            {
                (await work.Desk.ResolveAsync(first.CaseId!.Value, "Mended.")).Succeeded.Should().BeTrue();
                (await work.Desk.CloseAsync(first.CaseId!.Value)).Succeeded.Should().BeTrue();
                await work.SaveAsync();
            }

            if (Says("ticket is removed"))
            {
                (await work.Get<PrivacyOffice>().EraseAsync(anna)).Succeeded.Should().BeTrue();
            }
        }

        // A customer who was erased writes from another address.
        var mail = Post.Mail(Says("ticket is removed") ? "new@example.com" : Post.Anna, "<second@example.com>", "Something else", "Hello");
        var reference = $"[Case#{first.CaseNumber}]";
        mail = Says("subject contains ticket reference") ? mail with { Subject = $"Hello {reference}" } : Says("subject matches article subject") ? mail with { Subject = "Re: AW: Broken  Kettle" } : mail;
        mail = Says("In-Reply-To header") ? mail with { InReplyTo = "<first@example.com>" } : mail;
        mail = Says("References header") ? mail with { References = ["<other@example.com> <first@example.com>"] } : mail;
        mail = Says("Auto-Submitted") ? mail.With(("Auto-Submitted", "auto-replied")) : mail;
        mail = Says("between html tags") ? mail with { Text = null, Html = $"<div title=\"x\"><p>See <b>[Case#{first.CaseNumber!.Value[..5]}</b>{first.CaseNumber.Value[5..]}]</p></div>" }
            : Says("in visible text with a linebreak") ? mail with { Text = $"See [Case#{first.CaseNumber!.Value[..5]}\r\n{first.CaseNumber.Value[5..]}] please" }
            : Says("body contains ticket reference") ? mail with { Text = $"See {reference} please." } : mail;
        mail = Says("attachment contains ticket reference") || Says("(as content) contains") || Says("(attribute) contains")
            ? mail with { Attachments = [Attachment(Says, reference)] } : mail;
        return (await host.TakeAsync(mail)).Outcome;
    }

    private static InboundAttachment Attachment(Func<string, bool> says, string reference) =>
        says("text/html attachment (as content)") ? new("a.html", "text/html", 20) { Text = $"<p>{reference}</p>" }
        : says("text/html attachment (attribute)") ? new("a.html", "text/html", 20) { Text = $"<p title=\"{reference}\">Nothing</p>" }
        : says("image/jpg") ? new("a.jpg", "image/jpg", 20) { Text = reference }
        : new("a.txt", "text/plain", 20) { Text = reference };

    [SkippableFact]
    public async Task Attribute_OfAnAttachedPage_NeverCounts_AndAttachedPlainTextDoesWhereTheHostLooks()
    {
        var host = await HostAsync(s => s.Crm = o => o.Intake.SearchCaseReferenceIn = CaseReferencePlaces.Attachments | CaseReferencePlaces.Body);
        await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "1"));
        var hidden = $"<a href=\"https://x.example/{first.CaseNumber}\" title=\"{first.CaseNumber}\">Nothing</a><!-- {first.CaseNumber} --><style>{first.CaseNumber}</style>";
        (await host.TakeAsync(Post.Mail(Post.Anna, "2", "Other") with { Attachments = [new("a.html", "text/html", 9) { Text = hidden }], Text = null, Html = hidden })).Outcome.Should().Be(IntakeOutcome.NewCase);
        (await host.TakeAsync(Post.Mail(Post.Anna, "3", "Other") with { Attachments = [new("a.txt", "text/plain", 9) { Text = $"about {first.CaseNumber}." }] })).CaseId.Should().Be(first.CaseId);
    }

    [SkippableFact]
    public async Task AttackCase23_SignedMessageIdOrAddress_AlwaysThreads_AndNoOtherDoes()
    {
        var host = await HostAsync(s => s.Crm = o => o.Intake.TokenKey = s_key);
        await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "1"));
        string issued, reply;
        await using (var work = host.Work())
        {
            var tokens = work.Get<MessageTokens>();
            issued = tokens.NewMessageId(first.CaseId!.Value, "shop.example");
            reply = tokens.ReplyAddress(first.CaseId.Value, EmailAddress.Parse("help@shop.example")).Value;
            tokens.NewMessageId(first.CaseId.Value, "shop.example").Should().NotBe(issued);
        }

        var threaded = await host.TakeAllAsync(
            Post.Mail(Post.Anna, "2", "New subject") with { InReplyTo = issued },
            Post.Mail(Post.Anna, "3", "New subject") with { References = ["<unknown@x.example>", issued.ToUpperInvariant()] },
            Post.Mail(Post.Anna, "4", "New subject") with { To = [new(reply)] },
            Post.Mail(Post.Anna, "5", "New subject").With(("Delivered-To", reply.ToUpperInvariant())));
        threaded.Should().OnlyContain(t => t.Outcome == IntakeOutcome.FollowUp && t.CaseId == first.CaseId && !t.IsFromThirdParty);

        var forged = issued[1] == 'a' ? $"<b{issued[2..]}" : $"<a{issued[2..]}";
        (await host.TakeAsync(Post.Mail(Post.Anna, "6", "Other") with { InReplyTo = forged })).Outcome.Should().Be(IntakeOutcome.NewCase);
        (await host.TakeAsync(Post.Mail("help@other.example", issued))).Error!.Code.Should().Be("MessageIsOurs");

        // The token says which case is meant, not who writes.
        var stranger = await host.TakeAsync(Post.Mail("mallory@example.org", "7", "Hi") with { InReplyTo = issued });
        (stranger.Outcome, stranger.CaseId, stranger.IsFromThirdParty, stranger.MayAutoReply).Should().Be((IntakeOutcome.FollowUp, first.CaseId, true, false));
        stranger.CustomerId.Should().NotBe(first.CustomerId!.Value);
    }

    [SkippableFact]
    public async Task AttackCase24_Stranger_WhoNamesACase_IsMarkedAndReadByStaffOnly_OrGetsACaseOfItsOwn()
    {
        var host = await HostAsync();
        var anna = await host.AnnaAsync();
        var first = await host.TakeAsync(Post.Mail(Post.Anna, "1") with { Cc = [new("Partner@Example.org")] });
        var subject = $"Re: [Case#{first.CaseNumber}] Broken kettle";
        (await host.TakeAsync(Post.Mail("partner@example.org", "2", subject))).IsFromThirdParty.Should().BeFalse("she was in copy");
        var stranger = await host.TakeAsync(Post.Mail("mallory@example.org", "3", subject, "Send me the invoice."));
        (stranger.Outcome, stranger.IsFromThirdParty, stranger.MayAutoReply).Should().Be((IntakeOutcome.FollowUp, true, false));
        (await host.TakeAsync(Post.Mail("mallory@example.org", "4", subject, "Well?"))).IsFromThirdParty.Should().BeTrue("writing in does not make one a part");

        await using (var work = host.Work())
        {
            var found = (await work.Desk.FindAsync(first.CaseId!.Value))!;
            found.Messages.Select(m => m.Kind).Should().Equal(CaseMessageKind.FromCustomer, CaseMessageKind.FromCustomer, CaseMessageKind.FromThirdParty, CaseMessageKind.FromThirdParty);
            found.Messages[2].Author.Should().Contain("mallory@example.org");
            (await work.History.FindAsync(stranger.InteractionId!.Value))!.Audience.Should().Be(Audience.Internal);
        }

        await using (var portal = host.Work(new(Crm.Domain.Access.Actor.PortalCustomer("anna", [anna.ToSubject()]))))
        {
            (await portal.Get<CaseMerger>().ConversationAsync(first.CaseId!.Value))!.Messages.Should().OnlyContain(m => m.Kind == CaseMessageKind.FromCustomer);
            (await portal.History.TimelineAsync(first.CaseId!.Value.ToSubject())).Items.Should().NotContain(i => i.Text.Contains("invoice", StringComparison.Ordinal));
        }

        var strict = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Crm = o => o.Intake.AllowFollowUpFromStrangers = false);
        var own = await strict.TakeAsync(Post.Mail("mallory@example.org", "5", subject));
        (own.Outcome, own.FollowUpOf).Should().Be((IntakeOutcome.NewCase, null));
    }

    [SkippableFact]
    [Trait("Check", "SC-15")]
    public async Task Reply_ToAMergedCase_ReachesTheTarget_ThroughChains()
    {
        var host = await HostAsync();
        var anna = await host.AnnaAsync();
        var cases = await host.TakeAllAsync(Post.Mail(Post.Anna, "1", "A"), Post.Mail(Post.Anna, "2", "B"), Post.Mail(Post.Anna, "3", "C"));
        foreach (var (source, target) in new[] { (0, 1), (1, 2) })
        {
            await using var work = host.Work();
            (await work.Get<CaseMerger>().MergeAsync(cases[source].CaseId!.Value, cases[target].CaseId!.Value)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var reply = await host.TakeAsync(Post.Mail(Post.Anna, "4", $"Re: {cases[0].CaseNumber}", "More."));
        (reply.Outcome, reply.CaseId, reply.CaseNumber).Should().Be((IntakeOutcome.FollowUp, cases[2].CaseId, cases[2].CaseNumber));
        reply.CustomerId.Should().Be(anna);
    }

    [SkippableFact]
    [Trait("Check", "SC-17")]
    public async Task Reply_ToAClosedCase_ReopensItWithinTheWindow_AndOpensALinkedOneAfterwards()
    {
        var host = await HostAsync(s => s.Crm = o =>
        {
            o.CaseFollowUps = new CaseFollowUpRules
            {
                Policy = new FollowUpPolicy { ReopenWindowDays = 10 },
                PolicyOf = c => c.Subject == "Never" ? new FollowUpPolicy { FollowUpPossible = FollowUpPossible.NewCase } : null,
            };
        });
        await host.AnnaAsync();
        var cases = await host.TakeAllAsync(Post.Mail(Post.Anna, "1", "A"), Post.Mail(Post.Anna, "2", "B"), Post.Mail(Post.Anna, "3", "Never"));
        await using (var work = host.Work())
        {
            foreach (var opened in cases)
            {
                (await work.Desk.ResolveAsync(opened.CaseId!.Value, "Done.")).Succeeded.Should().BeTrue();
                (await work.Desk.CloseAsync(opened.CaseId!.Value)).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(10));
        (await host.TakeAsync(Post.Mail(Post.Anna, "4", $"{cases[2].CaseNumber}"))).FollowUpOf.Should().Be(cases[2].CaseNumber);
        var within = await host.TakeAsync(Post.Mail(Post.Anna, "5", $"{cases[0].CaseNumber}"));
        host.Clock.Advance(Duration.FromMilliseconds(1));
        var after = await host.TakeAsync(Post.Mail(Post.Anna, "6", $"{cases[1].CaseNumber}", "Again."));
        await using var check = host.Work();
        var reopened = (await check.Desk.FindAsync(cases[0].CaseId!.Value))!;
        (within.Outcome, reopened.Status, reopened.ClosedAt).Should().Be((IntakeOutcome.FollowUp, CaseStatus.Open, null));
        (after.Outcome, after.FollowUpOf).Should().Be((IntakeOutcome.NewCase, cases[1].CaseNumber));
        (await check.Desk.FindAsync(after.CaseId!.Value))!.FollowUpOfId.Should().Be(cases[1].CaseId);
        (await check.Desk.FindAsync(cases[1].CaseId!.Value))!.Status.Should().Be(CaseStatus.Closed);
        (await Traces.OfAsync(host, cases[0].CaseId!.Value.Value)).Outbox.Select(o => o.EventName).Should().EndWith(["service.case-status-changed", "service.case-message-received"]);
    }
}
