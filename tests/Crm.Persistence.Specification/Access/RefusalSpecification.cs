using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Access;

/// <summary>Bad input at front doors comes back coded, and the database is as it was.</summary>
public abstract class RefusalSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly string s_long = new('x', 2_000_000);

    [SkippableFact]
    public async Task FrontDoors_MissingRecords_AreSaid()
    {
        var (host, told) = await TellAsync();
        await ShouldRefuseAsync(host, async work =>
        [
            ("CustomerNotFound", (await work.Customers.RenameAsync(CustomerId.New(told.Now), new PersonName("A", "B"))).Errors),
            ("CustomerNotFound", (await work.Customers.AddEmailAsync(default, EmailAddress.Parse("x@example.com"))).Errors),
            ("CustomerNotFound", (await work.History.RecordAsync(new ContactDetails(CustomerId.New(told.Now), Channels.Web, Direction.Inbound, "S"))).Errors),
            ("CustomerNotFound", (await work.History.RecordAsync(new ContactDetails(default, Channels.Web, Direction.Inbound, "S"))).Errors),
            ("CustomerNotFound", (await work.Desk.OpenAsync(new CaseDetails(CustomerId.New(told.Now), "S"))).Errors),
            ("CustomerNotFound", (await work.Desk.OpenAsync(new CaseDetails(told.Customer, "S") { OrganisationId = CustomerId.New(told.Now) })).Errors),
            ("CustomerNotFound", (await work.Orders.PlaceAsync(new NewOrder(CustomerId.New(told.Now), [new NewOrderLine("kettle", 1)]))).Errors),
            ("ProductUnknown", (await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("no-such", 1)]))).Errors),
            ("InteractionNotFound", (await work.History.LinkAsync(InteractionId.New(told.Now), new SubjectReference("x", Guid.NewGuid()))).Errors),
            ("CaseNotFound", (await work.Desk.ReplyAsync(ServiceCaseId.New(told.Now), "x")).Errors),
            ("CaseNotFound", (await work.Desk.CloseAsync(default)).Errors),
            ("KnowledgeItemNotFound", (await work.Knowledge.PublishAsync(KnowledgeItemId.New(told.Now))).Errors),
            ("OrderNotFound", (await work.Orders.CompleteAsync(OrderId.New(told.Now))).Errors),
            ("OrderLineNotFound", (await work.Orders.ReturnAsync(told.Order, 9, 1)).Errors),
            ("ChannelUnknown", (await work.History.RecordAsync(new ContactDetails(told.Customer, new ChannelKey("pigeon"), Direction.Inbound, "S"))).Errors),
            ("CustomerNameMissing", (await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = " " })).Errors),
            ("NotAPerson", (await work.Customers.RenameAsync(told.Organisation, new PersonName("A", "B"))).Errors),
        ]);
    }

    [SkippableFact]
    public async Task FrontDoors_IllegalTransitions_AreSaid()
    {
        var (host, told) = await TellAsync();
        await ShouldRefuseAsync(host, async work =>
        [
            ("CaseTransitionNotAllowed", (await work.Desk.CloseAsync(told.Case)).Errors),
            ("CaseNotResolved", (await work.Desk.ReopenAsync(told.Case)).Errors),
            ("CaseClosed", (await work.Desk.ReplyAsync(told.Closed, "x")).Errors),
            ("CaseClosed", (await work.Desk.AssignAsync(told.Closed, "x")).Errors),
            ("CaseClosed", (await work.Desk.PrioritiseAsync(told.Closed, CasePriority.High)).Errors),
            ("CaseTransitionNotAllowed", (await work.Desk.WaitAsync(told.Closed)).Errors),
            ("CaseTransitionNotAllowed", (await work.Desk.ResolveAsync(told.Closed, "x")).Errors),
            ("KnowledgeTransitionNotAllowed", (await work.Knowledge.ArchiveAsync(told.Draft)).Errors),
            ("KnowledgeItemEmpty", (await work.Knowledge.PublishAsync(told.Draft)).Errors),
            ("OrderTransitionNotAllowed", (await work.Orders.CompleteAsync(told.Cancelled)).Errors),
            ("OrderTransitionNotAllowed", (await work.Orders.CancelAsync(told.Cancelled)).Errors),
            ("OrderTransitionNotAllowed", (await work.Orders.ReturnAsync(told.Cancelled, 1, 1)).Errors),
            ("ReturnExceedsOrder", (await work.Orders.ReturnAsync(told.Order, 1, 3)).Errors),
            ("ReturnExceedsOrder", (await work.Orders.ReturnAsync(told.Order, 1, 0)).Errors),
            ("ReturnExceedsOrder", (await work.Orders.ReturnAsync(told.Order, 1, -1)).Errors),
            ("ReturnExceedsOrder", (await work.Orders.ReturnAsync(told.Order, 1, 0.00001m)).Errors),
            ("ContactPointAlreadyPresent", (await work.Customers.AddEmailAsync(told.Customer, EmailAddress.Parse("ANNA.ROSSI@example.com"))).Errors),
            ("InteractionAlreadyLinked", (await work.History.LinkAsync(told.Interaction, told.About)).Errors),
        ]);
    }

    [SkippableFact]
    public async Task FrontDoors_TextsThatDoNotFit_AreSaid()
    {
        var (host, told) = await TellAsync();
        var english = LanguageTag.Parse("en");
        await ShouldRefuseAsync(host, async work =>
        [
            Invalid((await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = new string('x', 601) })).Errors),
            Invalid((await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = "a\r\nb" })).Errors),
            Invalid((await work.Customers.AddEmailAsync(told.Customer, null!)).Errors),
            Invalid((await work.Customers.AddPhoneAsync(told.Customer, PhoneNumber.Parse("+39 02 7654 3210", null), ContactPointKind.Email)).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, new string('x', 201)))).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "a\nb"))).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, (Direction)9, "S"))).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { Body = s_long })).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { Body = "a\0b" })).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { ExternalId = "a\0b" })).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { ExternalId = new string('x', 401) })).Errors),
            Invalid((await work.History.LinkAsync(told.Interaction, new SubjectReference(new string('k', 33), Guid.NewGuid()))).Errors),
            Invalid((await work.History.LinkAsync(told.Interaction, null!)).Errors),
            Invalid((await work.Desk.OpenAsync(new CaseDetails(told.Customer, " "))).Errors),
            Invalid((await work.Desk.OpenAsync(new CaseDetails(told.Customer, "S") { Priority = (CasePriority)9 })).Errors),
            Invalid((await work.Desk.OpenAsync(new CaseDetails(told.Customer, "S") { Sku = new string('x', 65) })).Errors),
            Invalid((await work.Desk.OpenAsync(new CaseDetails(told.Customer, "S") { Description = s_long })).Errors),
            Invalid((await work.Desk.ReplyAsync(told.Case, " ")).Errors),
            Invalid((await work.Desk.ReplyAsync(told.Case, "a\0b")).Errors),
            Invalid((await work.Desk.ReplyAsync(told.Case, "\ud800")).Errors),
            Invalid((await work.Desk.AddNoteAsync(told.Case, s_long)).Errors),
            Invalid((await work.Desk.ReceiveAsync(told.Case, "x", "a\nb")).Errors),
            Invalid((await work.Desk.AssignAsync(told.Case, new string('x', 101))).Errors),
            Invalid((await work.Desk.PrioritiseAsync(told.Case, (CasePriority)9)).Errors),
            Invalid((await work.Desk.ResolveAsync(told.Case, string.Empty)).Errors),
            Invalid((await work.Knowledge.WriteAsync(new KnowledgeContent(new string('x', 201), "B", english), Audience.Public)).Errors),
            Invalid((await work.Knowledge.WriteAsync(new KnowledgeContent("T", s_long, english), Audience.Public)).Errors),
            Invalid((await work.Knowledge.WriteAsync(new KnowledgeContent("T", "B", null!), Audience.Public)).Errors),
            Invalid((await work.Knowledge.WriteAsync(new KnowledgeContent("T", "B", english), (Audience)9)).Errors),
            Invalid((await work.Knowledge.WriteAsync(new KnowledgeContent("T", "B", english), Audience.Public, new SubjectReference(new string('k', 33), Guid.NewGuid()))).Errors),
            Invalid((await work.Knowledge.ReviseAsync(told.Draft, new KnowledgeContent("T", "B\0", english))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("a\0b", 1)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1) { Description = new string('x', 201) }]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1)]) { ExternalId = new string('x', 201) })).Errors),
        ]);
    }

    [SkippableFact]
    public async Task FrontDoors_NumbersAndTimesThatDoNotFit_AreSaid()
    {
        var (host, told) = await TellAsync();
        var tomorrow = told.Now + Duration.FromDays(1);
        await ShouldRefuseAsync(host, async work =>
        [
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { At = tomorrow })).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { At = Instant.MinValue })).Errors),
            Invalid((await work.History.RecordAsync(new ContactDetails(told.Customer, Channels.Web, Direction.Inbound, "S") { Duration = Duration.FromSeconds(-1) })).Errors),
            Invalid((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("A", "B"), BirthDate = new LocalDate(2027, 1, 1) })).Errors),
            Invalid((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("A", "B"), BirthDate = new LocalDate(-44, 3, 15) })).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, []))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1)]) { PlacedAt = tomorrow })).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1)]) { PlacedAt = Instant.MinValue })).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 0)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", -1)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 0.00001m)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", decimal.MaxValue)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 500_000_000_000_000m)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", decimal.MaxValue) { UnitPrice = Known.Eur(0) }]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 9_000_000_000_000m), new NewOrderLine("kettle", 90_000_000_000_000m)]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1) { UnitPrice = Known.Eur(-1) }]))).Errors),
            Invalid((await work.Orders.PlaceAsync(new NewOrder(told.Customer, [new NewOrderLine("kettle", 1), new NewOrderLine("kettle", 1) { UnitPrice = new Money(1, Currency.Usd) }]))).Errors),
        ]);
    }

    [SkippableFact]
    public async Task Reads_WithImpossibleArguments_SayWhichOne()
    {
        var (host, told) = await TellAsync();
        await using var work = host.Work();
        var none = () => work.Orders.OrdersAsync(told.Customer, -1);
        await none.Should().ThrowAsync<ArgumentOutOfRangeException>();
        var hits = () => work.Search.SearchAsync(new KnowledgeCriteria("x") { Take = 0 });
        await hits.Should().ThrowAsync<ArgumentOutOfRangeException>();
        var number = () => new CaseNumber("C\0");
        number.Should().Throw<ArgumentException>();
        (await work.Desk.FindAsync(new CaseNumber("' or 1=1 --"))).Should().BeNull();
        (await work.Orders.FindAsync(new OrderNumber("%"))).Should().BeNull();
    }

    private static (string Code, IReadOnlyList<CrmError> Errors) Invalid(IReadOnlyList<CrmError> errors) => ("InvalidValue", errors);

    private static async Task ShouldRefuseAsync(
        CrmTestHost<SpecificationContext> host, Func<CrmWork<SpecificationContext>, Task<(string Code, IReadOnlyList<CrmError> Errors)[]>> act)
    {
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        var refusals = await act(work);
        refusals.Select((r, i) => $"{i}: {string.Join(", ", r.Errors.Select(e => e.Code))}").Should().Equal(refusals.Select((r, i) => $"{i}: {r.Code}"));
        refusals.Should().AllSatisfy(r => r.Errors.Single().Message.Should().NotBeNullOrWhiteSpace());
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    private async Task<(CrmTestHost<SpecificationContext> Host, Told Told)> TellAsync()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync(Known.Anna);
        var organisation = await work.RegisterAsync(new NewCustomer { OrganisationName = "Ltd" });
        await work.AddProductAsync("kettle", 100);
        var about = new SubjectReference(SubjectKinds.Customer, organisation.Value);
        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 2)]))).Value.Id;
        var cancelled = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 2)]))).Value.Id;
        (await work.Orders.CancelAsync(cancelled)).Succeeded.Should().BeTrue();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "Open"))).Value.Id;
        var closed = (await work.Desk.OpenAsync(new CaseDetails(customer, "Closed"))).Value.Id;
        (await work.Desk.ResolveAsync(closed, "Done")).Succeeded.Should().BeTrue();
        (await work.Desk.CloseAsync(closed)).Succeeded.Should().BeTrue();
        var interaction = (await work.History.RecordAsync(new ContactDetails(customer, Channels.Web, Direction.Inbound, "S") { About = about })).Value.Id;
        var draft = (await work.Knowledge.WriteAsync(new KnowledgeContent("T", " ", LanguageTag.Parse("en")), Audience.Public)).Value.Id;
        await work.SaveAsync();
        return (host, new Told(host.Clock.Now, customer, organisation, order, cancelled, opened, closed, interaction, about, draft));
    }

    private sealed record Told(
        Instant Now,
        CustomerId Customer,
        CustomerId Organisation,
        OrderId Order,
        OrderId Cancelled,
        ServiceCaseId Case,
        ServiceCaseId Closed,
        InteractionId Interaction,
        SubjectReference About,
        KnowledgeItemId Draft);
}
