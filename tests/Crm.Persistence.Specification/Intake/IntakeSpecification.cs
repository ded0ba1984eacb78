using Crm.Domain.Customers;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Intake;

/// <summary>A message reaches the right customer, whole or not at all.</summary>
[Trait("Check", "IN-06")]
public abstract class IntakeSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Mail_OfAKnownCustomer_OpensACaseWithInteractionAndTimeline()
    {
        var host = await HostAsync();
        var anna = await host.AnnaAsync();
        var taken = await host.TakeAsync(Post.Mail("Anna.Rossi@EXAMPLE.com", "<one@example.com>") with
        {
            From = new("Anna.Rossi@EXAMPLE.com", "Anna R."),
            Cc = [new("boss@example.org", "Boss")],
            SentAt = host.Clock.Now - NodaTime.Duration.FromMinutes(5),
            Attachments = [new("../\u200b.htaccess", "text/plain; charset=utf-8", 12) { Sha256 = new string('a', 64), StorageKey = "key-1" }],
        });
        (taken.Outcome, taken.CustomerId, taken.VisibleReply, taken.IsAutomatic, taken.MayAutoReply).Should().Be((IntakeOutcome.NewCase, anna, "It does not boil.", false, true));

        await using var work = host.Work();
        var opened = (await work.Desk.FindAsync(taken.CaseId!.Value))!;
        (opened.Subject, opened.Channel, opened.CustomerId, opened.Messages.Single().Body).Should().Be(("Broken kettle", Channels.Email, anna, "It does not boil."));
        var contact = (await work.History.FindAsync(taken.InteractionId!.Value))!;
        (contact.ExternalId, contact.Body, contact.Direction, contact.OurAddress).Should().Be(("one@example.com", "It does not boil.", Direction.Inbound, "help@shop.example"));
        contact.At.Should().Be(host.Clock.Now - NodaTime.Duration.FromMinutes(5));
        contact.Participants.Select(p => (p.Role, p.Address)).Should().Equal(
            (ParticipantRole.From, "Anna.Rossi@EXAMPLE.com"), (ParticipantRole.To, "help@shop.example"), (ParticipantRole.Cc, "boss@example.org"));
        contact.Attachments.Should().ContainSingle(a => a.Name == "htaccess" && a.ContentType == "text/plain");
        contact.Links.Single().ToSubject().Should().Be(opened.ToSubject());
        (await work.History.TimelineAsync(anna.ToSubject())).Items.Select(i => i.Kind).Should().Contain(["interaction", "case-opened"]);
        (await Traces.OfAsync(host, opened.Id.Value)).Outbox.Should().ContainSingle(o => o.EventName == "service.case-opened");
        (await Traces.OfAsync(host, contact.Id.Value)).Audit.Should().ContainSingle();
        (await work.Customers.FindAsync(anna))!.ContactPoints.Should().HaveCount(2, "a claimed address adds none");
    }

    [SkippableFact]
    public async Task Answer_WithTheQuotedMailBelow_KeepsAllAndShowsTheAnswer()
    {
        var host = await HostAsync();
        await host.AnnaAsync();
        const string Text = "The blue one.\n\nOn Mon, Jun 1, 2026 at 8:00 AM Help <help@shop.example> wrote:\n> Which model is it?\n";
        var taken = await host.TakeAsync(Post.Mail(Post.Anna, "1", text: Text));
        taken.VisibleReply.Should().Be("The blue one.");
        await using var work = host.Work();
        (await work.Desk.FindAsync(taken.CaseId!.Value))!.Messages.Single().Body.Should().Be("The blue one.");
        (await work.History.FindAsync(taken.InteractionId!.Value))!.Body.Should().Be(Text);
    }

    [SkippableFact]
    public async Task Mail_OfAStranger_MakesAProspectOnce()
    {
        var host = await HostAsync();
        var taken = await host.TakeAllAsync(Post.Mail("bob@example.org", "1") with { From = new("bob@example.org", "Bob Stone") }, Post.Mail("BOB@example.org", "2"), Post.Mail("carl@example.org", "3"));
        taken.Should().OnlyContain(t => t.Outcome == IntakeOutcome.NewCase);
        taken[0].CustomerId.Should().Be(taken[1].CustomerId).And.NotBe(taken[2].CustomerId);
        await using var work = host.Work();
        var bob = (Person)(await work.Customers.FindAsync(taken[0].CustomerId!.Value))!;
        (bob.DisplayName, bob.Stage, bob.ContactPoints.Single().Value).Should().Be(("Bob Stone", LifecycleStage.Prospect, "bob@example.org"));
        ((Person)(await work.Customers.FindAsync(taken[2].CustomerId!.Value))!).DisplayName.Should().Be("carl");

        var closed = await HostAsync(s => s.Crm = o => o.Intake.RecordsUnknownSenders = false);
        (await closed.TakeAsync(Post.Mail("bob@example.org", "1"))).Error!.Code.Should().Be("SenderUnknown");
    }

    [SkippableFact]
    public async Task Sender_SharedAddress_IsTheOneWhosePrimaryItIs_OrAsThePolicySays()
    {
        var host = await HostAsync();
        CustomerId first, second, firm;
        await using (var work = host.Work())
        {
            first = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Ann", "One"), Emails = [EmailAddress.Parse("ann@example.org"), EmailAddress.Parse("family@example.org")] });
            second = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Ben", "Two"), Emails = [EmailAddress.Parse("family@example.org")] });
            firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Firm", Emails = [EmailAddress.Parse("info@firm.example")] });
            var third = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Cid", "Three"), Emails = [EmailAddress.Parse("info@firm.example")] });
            (await work.Relations.JoinAsync(third, new MembershipDetails(firm, "Clerk"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await host.TakeAsync(Post.Mail("family@example.org", "1"))).CustomerId.Should().Be(second, "it is primary for that one alone");
        (await host.TakeAsync(Post.Mail("info@firm.example", "2"))).CustomerId.Should().Be(firm, "the others are its people");
        await using (var work = host.Work())
        {
            var person = (await work.Customers.FindAsync(first))!;
            person.MakeContactPointPrimary(person.ContactPoints[1].Id, host.Clock.Now);
            await work.SaveAsync();
        }

        (await host.TakeAsync(Post.Mail("family@example.org", "3"))).CustomerId.Should().Be(second, "it was in contact last");
        var strict = await OpenAsync<SpecificationContext>(host.ConnectionString, s => s.Crm = o => o.Intake.AmbiguousSenders = AmbiguousSenders.Unresolved);
        var refused = await strict.TakeAsync(Post.Mail("family@example.org", "4"));
        (refused.Outcome, refused.Error!.Code).Should().Be((IntakeOutcome.Refused, "SenderAmbiguous"));
        refused.Candidates.Should().BeEquivalentTo([first, second]);
        (await host.TakeAsync(Post.Mail("family@example.org", "4"))).Outcome.Should().Be(IntakeOutcome.NewCase, "what was refused can be delivered again");
    }

    [SkippableFact]
    public async Task Sender_MergedSuppressedOrRestricted_IsTreatedSo()
    {
        var host = await HostAsync(s => s.Crm = o => o.SuppressionKey = Convert.ToBase64String(new byte[32]));
        var anna = await host.AnnaAsync();
        CustomerId twin;
        await using (var work = host.Work())
        {
            twin = await work.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("old@example.com")] });
            (await work.Merger.MergeAsync(anna, twin)).Succeeded.Should().BeTrue();
            (await work.Get<PrivacyMeasures>().PlaceAsync(anna, PrivacyMeasureKind.Restriction, "Asked for it")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var taken = await host.TakeAsync(Post.Mail("old@example.com", "1"));
        (taken.CustomerId, taken.MayAutoReply).Should().Be((anna, false), "a restricted customer is not contacted");
        (await host.TakeAsync(new InboundMessage(Channels.Letter, null) { CustomerId = twin, Text = "By post." })).CustomerId.Should().Be(anna, "the host named her old id");

        await using (var work = host.Work())
        {
            (await work.Get<SuppressionList>().AddAsync(EmailAddress.Parse("gone@example.org"), "asked")).Succeeded.Should().BeTrue();
        }

        (await host.TakeAsync(Post.Mail("gone@example.org", "2"))).Error!.Code.Should().Be("SenderSuppressed");
        await using var check = host.Work();
        (await check.Customers.ListAsync(new CustomerCriteria { Text = "gone" })).Items.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Messages_OfEveryChannel_AreTaken()
    {
        var host = await HostAsync(s => s.Crm = o => o.Intake.ChannelsWithoutCases.Add(Channels.Social));
        var anna = await host.AnnaAsync();
        (await host.TakeAsync(new InboundMessage(Channels.Sms, new("+39 02 1234 5678")) { Text = "Where is my order?" })).Should().Match<IntakeResult>(t => t.CustomerId == anna && t.Outcome == IntakeOutcome.NewCase);
        (await host.TakeAsync(new InboundMessage(Channels.Fax, new("+390212345678")) { MessageId = "fax-1", Text = "Order" })).CustomerId.Should().Be(anna);
        (await host.TakeAsync(new InboundMessage(Channels.Web, new(Post.Anna, "Anna")) { Text = "Form" })).CustomerId.Should().Be(anna);
        var chat = await host.TakeAllAsync(
            new InboundMessage(Channels.Chat, new("ghost42", "Ghost")) { MessageId = "c1", Text = "Hi" }, new InboundMessage(Channels.Chat, new("ghost42")) { MessageId = "c2", InReplyTo = "c1", Text = "Anyone?" });
        chat[1].Should().Match<IntakeResult>(t => t.Outcome == IntakeOutcome.FollowUp && t.CaseId == chat[0].CaseId && t.CustomerId == chat[0].CustomerId);
        var letters = await host.TakeAllAsync(
            new InboundMessage(Channels.Letter, new("Via Roma 1, Milano", "Carla Bianchi")) { Text = "By post" }, new InboundMessage(Channels.Letter, new("Via Roma 1, Milano", "Carla Bianchi")) { Text = "Again" });
        letters[0].CustomerId.Should().Be(letters[1].CustomerId!.Value, "she is known by what stands on the letter");
        (await host.TakeAsync(new InboundMessage(Channels.Social, new("@fan")) { Text = "Nice" })).Outcome.Should().Be(IntakeOutcome.Interaction);
        (await host.TakeAsync(new InboundMessage(new ChannelKey("pigeon"), new("x")))).Error!.Code.Should().Be("ChannelUnknown");
        (await host.TakeAsync(new InboundMessage(Channels.Sms, new("not a number")) { Text = "?" })).Error!.Code.Should().Be("SenderInvalid");
        (await host.TakeAsync(new InboundMessage(Channels.Email, null) { Text = "?" })).Error!.Code.Should().Be("SenderMissing");
    }

    [SkippableFact]
    public async Task ServiceArea_NotInUse_RecordsContacts()
    {
        var host = await HostAsync<NoAreaContext>();
        var taken = await host.TakeAllAsync(Post.Mail("bob@example.org", "1"), Post.Mail("bob@example.org", "1"));
        taken.Select(t => t.Outcome).Should().Equal(IntakeOutcome.Interaction, IntakeOutcome.Duplicate);
    }

    [SkippableFact]
    public async Task Batch_OfManyMessages_AsksNoMoreThanOfFew()
    {
        var (few, many) = (await CommandsAsync(5), await CommandsAsync(100));
        (many - few).Should().BeLessThan(3 * 95, "but for numbers and inserted rows, a message asks nothing by itself");

        async Task<int> CommandsAsync(int count)
        {
            var counter = new ReadCounter();
            var host = await HostAsync(s => s.Options = o => o.AddInterceptors(counter));
            await host.AnnaAsync();
            counter.Count = 0;
            await host.TakeAllAsync([.. Enumerable.Range(0, count).Select(i => Post.Mail(Post.Anna, $"m{i}", $"Subject {i}"))]);
            return counter.Count;
        }
    }
}
