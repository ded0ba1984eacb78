using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Feedback;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>A customer opens, answers, closes, reopens and rates its cases with no member of staff present, and the audit says that it did.</summary>
[Trait("Check", "PO-05")]
public abstract class PortalCasesSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-08")]
    public async Task Case_OpenedAnsweredClosedAndReopened_IsTheCustomersOwnWork()
    {
        var host = await HostAsync();
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
        }

        ServiceCaseId id;
        await using (var portal = PortalRecords.Portal(host, anna.Customer))
        {
            id = (await portal.Get<PortalCases>().OpenAsync(new PortalCaseRequest(anna.Customer, "It is cold") { Description = "Stays cold", Sku = "kettle", OrderId = anna.Order, OrderLine = 1, SerialNumber = "4711" })).Value;
            await portal.SaveAsync();
            (await portal.Get<PortalCases>().AnswerAsync(id, "And loud")).Value.Should().Be(id);
            await portal.SaveAsync();
            (await portal.Get<PortalCases>().CloseAsync(id)).Errors.Single().Code.Should().Be("CaseSolutionMissing", "nobody said yet what solved it");
            (await portal.Get<PortalCases>().ReopenAsync(id, "Again")).Errors.Single().Code.Should().Be("CaseNotResolved");
            (await portal.Get<PortalCases>().AnswerAsync(id, " ")).Errors.Single().Code.Should().Be("InvalidValue");
            (await portal.Get<PortalCases>().CloseAsync(id, "It was not plugged in")).Value.Should().Be(id);
            await portal.SaveAsync();
            var closed = (await portal.Get<PortalCases>().FindAsync(id))!;
            (closed.IsSettled, closed.Solution).Should().Be((true, "It was not plugged in"));
            closed.Messages.Select(m => (m.IsOurs, m.Author, m.Body)).Should().Equal((false, "Anna Rossi", "Stays cold"), (false, "Anna Rossi", "And loud"));
            (await portal.Get<PortalCases>().CloseAsync(id, "Twice")).Errors.Single().Code.Should().Be("CaseTransitionNotAllowed");
            (await portal.Get<PortalCases>().ReopenAsync(id, "Cold again")).Value.Should().Be(id);
            await portal.SaveAsync();
            (await portal.Get<PortalCases>().FindAsync(id))!.Should().Match<CustomerCase>(c => !c.IsSettled && c.Messages.Count == 3);
        }

        await using var check = host.Work();
        var found = (await check.Desk.FindAsync(id))!;
        (found.Sku, found.OrderId, found.OrderLine, found.SerialNumber, found.Priority, found.Channel!.Value).Should().Be(("kettle", anna.Order, 1, "4711", CasePriority.Normal, "web"));
        (await check.Get<AuditTrail>().HistoryAsync(id.ToSubject())).Value.Items.Should().HaveCount(4).And.OnlyContain(s => s.ActorKind == ActorKind.PortalCustomer && s.ActorId == "account-anna");
    }

    [SkippableFact]
    public async Task Case_ResolvedByStaff_IsClosedByTheCustomer_OrTakenUpAgainWithinItsTime()
    {
        var host = await HostAsync(s => s.Crm = o => o.CaseFollowUps = new CaseFollowUpRules { Policy = new FollowUpPolicy { ReopenWindowDays = 14 } });
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            (await work.Desk.ResolveAsync(anna.Case, "Descaled")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var doors = portal.Get<PortalCases>();
        (await doors.CloseAsync(anna.Case, "not used")).WithoutValue().ThrowIfFailed();
        await portal.SaveAsync();
        (await doors.FindAsync(anna.Case))!.Solution.Should().Be("Descaled");
        host.Clock.Advance(Duration.FromDays(15));
        (await doors.ReopenAsync(anna.Case, "Leaks again")).Errors.Single().Code.Should().Be("CaseClosed", "the time for that is over");
        var next = (await doors.AnswerAsync(anna.Case, "Leaks again")).Value;
        await portal.SaveAsync();
        next.Should().NotBe(anna.Case, "a message that comes too late opens a new case");
        (await doors.FindAsync(next))!.Messages.Single().Body.Should().Be("Leaks again");
    }

    [SkippableFact]
    [Trait("Check", "FB-04")]
    public async Task Case_RatedInThePortal_CannotBeChangedByTheCustomerAnyMore()
    {
        var (host, _) = await SurveyStory.OpenAsync(HostAsync);
        var customer = default(CustomerId);
        await using (var work = host.Work())
        {
            customer = await work.RegisterAsync(Known.Anna);
        }

        var id = await host.ResolvedAsync(customer);
        await using (var portal = PortalRecords.Portal(host, customer))
        {
            var open = (await portal.Get<SurveyAnswers>().ListOpenAsync(customer)).Items.Single();
            (await portal.Get<SurveyAnswers>().ReadAsync(open.Id))!.Questions.Should().HaveCount(3);
            (await portal.Get<SurveyAnswers>().AnswerAsync(open.Id, [SurveyReply.Score("recommend", 9)])).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
        }

        await host.DispatchAsync();
        await using var after = PortalRecords.Portal(host, customer);
        var before = await DatabaseState.ReadAsync(after.Context);
        (await after.Get<SurveyAnswers>().ListOpenAsync(customer)).Items.Should().BeEmpty();
        (await after.Get<PortalCases>().AnswerAsync(id, "One more thing")).Errors.Single().Code.Should().Be("CaseLocked");
        (await after.Get<PortalCases>().CloseAsync(id)).Errors.Single().Code.Should().Be("CaseLocked");
        (await after.Get<PortalCases>().ReopenAsync(id, "Again")).Errors.Single().Code.Should().Be("CaseLocked");
        await after.SaveAsync();
        (await DatabaseState.ReadAsync(after.Context)).Should().Equal(before);
        (await after.Get<PortalCases>().FindAsync(id)).Should().NotBeNull("it can still be read");
    }

    [SkippableFact]
    public async Task Follower_IsToldOfAnswers_NotOfNotes_AndNotAnyMoreAfterwards()
    {
        var (host, sender) = await SurveyStory.OpenAsync(HostAsync, also: s =>
        {
            var crm = s.Crm;
            s.Crm = o =>
            {
                crm(o);
                o.CaseFollowing.AnswerTemplate = "case-answer";
            };
        });
        CustomerId anna, firm;
        ServiceCaseId id;
        await using (var work = host.Work())
        {
            anna = await work.RegisterAsync(Known.Anna);
            firm = await work.RegisterAsync(new NewCustomer { OrganisationName = "Firm Ltd", Emails = [EmailAddress.Parse("desk@firm.example")] });
            (await work.Get<MessageTemplates>().WriteAsync(
                new MessageTemplateDetails("case-answer", Channels.Email, Purposes.Transactional.Value),
                new MessageTemplateContent(LanguageTag.Parse("en"), "Case {{case.number}} was answered.") { Subject = "{{case.subject}}" })).WithoutValue().ThrowIfFailed();
            id = (await work.Desk.OpenAsync(new CaseDetails(anna, "Leaks") { OrganisationId = firm })).Value.Id;
            await work.SaveAsync();
        }

        await using (var portal = PortalRecords.Portal(host, anna))
        {
            var door = portal.Get<PortalCases>();
            (await door.FindAsync(id))!.IsFollowed.Should().BeFalse();
            (await door.FollowAsync(id)).Value.Should().Be(id);
            (await door.FollowAsync(id)).Value.Should().Be(id, "what is so stays so");
            await portal.SaveAsync();
            (await door.FindAsync(id))!.IsFollowed.Should().BeTrue();
        }

        await SayAsync("Descaled.");
        var told = sender.Sent.Should().ContainSingle().Subject;
        (told.Subject, told.Address, told.Text.Contains("C-0", StringComparison.Ordinal), told.Text.Contains("Descaled", StringComparison.Ordinal)).Should().Be(("Leaks", "anna.rossi@example.com", true, false));

        await using (var portal = host.Work(new CrmScope(Actor.PortalCustomer("account-firm", [firm.ToSubject()]))))
        {
            (await portal.Get<PortalCases>().FollowAsync(id)).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
        }

        await SayAsync("Sent back.");
        sender.Sent.Skip(1).Select(m => m.Address).Should().BeEquivalentTo("anna.rossi@example.com", "desk@firm.example");
        await using (var portal = PortalRecords.Portal(host, anna))
        {
            (await portal.Get<PortalCases>().UnfollowAsync(id)).WithoutValue().ThrowIfFailed();
            (await portal.Get<PortalCases>().UnfollowAsync(id)).Value.Should().Be(id);
            await portal.SaveAsync();
        }

        await SayAsync("Mended.");
        sender.Sent.Skip(3).Select(m => m.Address).Should().Equal("desk@firm.example");

        async Task SayAsync(string body)
        {
            await using (var work = host.Work())
            {
                (await work.Desk.AddNoteAsync(id, "For us")).WithoutValue().ThrowIfFailed();
                (await work.Desk.ReplyAsync(id, body)).WithoutValue().ThrowIfFailed();
                await work.SaveAsync();
            }

            await host.DispatchAsync();
        }
    }

    [SkippableFact]
    public async Task Follower_OfACaseThatIsMerged_FollowsTheOneThatGoesOn()
    {
        var host = await HostAsync();
        PortalRecords anna;
        ServiceCaseId other;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            other = (await work.Desk.OpenAsync(new CaseDetails(anna.Customer, "Twice"))).Value.Id;
            await work.SaveAsync();
        }

        await using (var portal = PortalRecords.Portal(host, anna.Customer))
        {
            (await portal.Get<PortalCases>().FollowAsync(anna.Case)).WithoutValue().ThrowIfFailed();
            await portal.SaveAsync();
        }

        await using (var work = host.Work())
        {
            (await work.Get<CaseMerger>().MergeAsync(anna.Case, other)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var after = PortalRecords.Portal(host, anna.Customer);
        (await after.Get<PortalCases>().FindAsync(anna.Case))!.Should().Match<CustomerCase>(c => c.Id == other && c.IsFollowed);
        (await after.Get<PortalCases>().AnswerAsync(anna.Case, "One more thing")).Value.Should().Be(other, "what is written to the one goes to the other");
    }
}
