using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm lead …</c>: leads from coming in to becoming customers.</summary>
internal static class LeadCommands
{
    private static readonly Argument<string> s_lead = new("LEAD") { Description = "The lead's id." };

    public static Command Create() => new Command("lead", "Leads: take them in, give them out, make customers of them.").With(
        Receive(), List(), Show(), Move(), Disqualify(), Assign(), Route(), Duplicates(), Contact(), LeadConvertCommand.Create(), LeadQueueCommands.Create());

    public static async Task<Lead> LeadAsync(this CrmSession session, string key, CancellationToken cancellationToken) =>
        (LeadId.TryParse(key, null, out var id) ? await session.Get<LeadDesk>().FindAsync(id, cancellationToken) : null).OrFail(session.Errors.LeadNotFound(key));

    private static Command Receive()
    {
        var given = new Option<string?>("--given") { Description = "The given name." };
        var family = new Option<string?>("--family") { Description = "The family name." };
        var organisation = new Option<string?>("--organisation") { Description = "The organisation's name." };
        var title = new Option<string?>("--job-title") { Description = "What the person does there." };
        var email = new Option<string?>("--email") { Description = "The e-mail address." };
        var phone = new Option<string?>("--phone") { Description = "The telephone number, with +." };
        var topic = new Option<string?>("--topic") { Description = "What it is about." };
        var source = new Option<string?>("--source") { Description = "Where it came from." };
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        return new Command("receive", "Take a lead in.").With(given, family, organisation, title, email, phone, topic, source, customer).Does((run, token) =>
        {
            LeadDetails details;
            try
            {
                details = new LeadDetails
                {
                    Name = run.Get(given) is null && run.Get(family) is null ? null : new PersonName(run.Get(given), run.Get(family)),
                    Organisation = run.Get(organisation),
                    JobTitle = run.Get(title),
                    Email = run.Get(email) is { } address ? EmailAddress.Parse(address) : null,
                    Phone = run.Get(phone) is { } number ? PhoneNumber.Parse(number, null) : null,
                    Topic = run.Get(topic),
                    Source = run.Get(source),
                };
            }
            catch (Exception wrong) when (wrong is ArgumentException or FormatException)
            {
                throw CommandFailure.Usage(wrong.Message.Split(" (Parameter")[0]);
            }

            return run.WithCrmAsync(
                async session =>
                {
                    var known = run.Get(customer) is { } key ? details with { CustomerId = (await session.CustomerAsync(key, token)).Id } : details;
                    var received = await session.Get<LeadDesk>().ReceiveAsync(known, token).OrFail();
                    await session.SaveAsync(token);
                    Print(run, received);
                },
                token);
        });
    }

    private static Command List()
    {
        var status = new Option<string?>("--status") { Description = "new, working, nurturing, disqualified or converted." };
        var owner = new Option<string?>("--owner") { Description = "Who answers for them." };
        var free = new Option<bool>("--without-owner") { Description = "Those that nobody answers for." };
        var territory = new Option<string?>("--territory") { Description = "Those in a territory." };
        var page = new PageOptions();
        return new Command("list", "Leads, newest first.").With([status, owner, free, territory, .. page.All]).Does((run, token) =>
        {
            var criteria = new LeadCriteria { Status = run.Get(status) is { } text ? SalesTexts.Choice<LeadStatus>(text, status.Name) : null, OwnerId = run.Get(owner), WithoutOwner = run.Get(free) };
            var request = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var within = run.Get(territory) is { } key ? criteria with { TerritoryId = (await session.TerritoryAsync(key, token)).Id } : criteria;
                    var found = await session.Get<LeadDesk>().ListAsync(within, request, token);
                    run.Output.Write(
                        new { Items = found.Items.Select(Row), Next = found.Next?.ToString() },
                        report => report.Table(
                            ["Id", "Lead", "Organisation", "Topic", "Source", "Status", "Score", "Owner", "Received"],
                            found.Items.Select(l => new object?[] { l.Id, l.Name, l.Organisation, l.Topic, l.Source, l.Status, l.Score, l.OwnerId, l.ReceivedAt })).More(found.Next));
                },
                token);
        });
    }

    private static Command Show() => new Command("show", "A lead, and what it became.").With(s_lead).Does((run, token) =>
        run.WithCrmAsync(async session => Print(run, await session.LeadAsync(run.Get(s_lead), token)), token));

    private static Command Move()
    {
        var status = new Argument<string>("STATUS") { Description = "working or nurturing." };
        return Change("move", "Work on a lead, or keep it warm.", [status], (session, run, id, token) =>
            session.Get<LeadDesk>().MoveAsync(id, SalesTexts.Choice<LeadStatus>(run.Get(status), status.Name), null, token));
    }

    private static Command Disqualify()
    {
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        return Change("disqualify", "Say that nothing will come of a lead.", [reason], (session, run, id, token) => session.Get<LeadDesk>().DisqualifyAsync(id, run.Get(reason)!, null, token));
    }

    private static Command Assign()
    {
        var owner = new Argument<string>("OWNER") { Description = "Who answers for it, or none." };
        return Change("assign", "Give a lead to somebody.", [owner], (session, run, id, token) =>
            session.Get<LeadDesk>().AssignAsync(id, run.Get(owner) is var user && user == "none" ? null : user, null, token));
    }

    private static Command Route() =>
        Change("route", "Put a lead in the queue whose criteria hold for it.", [], (session, _, id, token) => session.Get<LeadQueues>().RouteAsync(id, null, token));

    private static Command Contact()
    {
        var channel = new Argument<string>("CHANNEL") { Description = "The channel, such as phone or email." };
        var subject = new Argument<string>("SUBJECT") { Description = "What it was about." };
        var direction = new Option<string>("--direction") { Description = "Who began it: inbound or outbound.", DefaultValueFactory = _ => "inbound" };
        var text = new Option<string?>("--text") { Description = "What was said or written." };
        return Change("contact", "Record a contact with a lead that is no customer yet.", [channel, subject, direction, text], (session, run, id, token) =>
        {
            var key = ContactOptions.Channel(run.Get(channel));
            var details = new LeadContactDetails(key, SalesTexts.Choice<Direction>(run.Get(direction)!, direction.Name), run.Get(subject)) { Body = run.Get(text) };
            return session.Get<LeadContacts>().RecordAsync(id, details, null, token);
        });
    }

    private static Command Duplicates() => new Command("duplicates", "Who a lead probably is already.").With(s_lead).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Get<LeadDesk>().FindDuplicatesAsync((await session.LeadAsync(run.Get(s_lead), token)).Id, token).OrFail();
            var customers = found.Persons.Candidates.Concat(found.Organisations.Candidates).ToList();
            run.Output.Write(
                new { Customers = customers.Select(c => new { c.Customer.Id, c.Customer.Kind, Name = c.Customer.DisplayName, c.Score, c.Tier }), Leads = found.Leads.Select(Row) },
                report => report.Table(["Customer", "Name", "Score"], customers.Select(c => new object?[] { c.Customer.Id, c.Customer.DisplayName, c.Score })));
        },
        token));

    private static Command Change(string verb, string description, IEnumerable<Symbol> symbols, Func<CrmSession, Run, LeadId, CancellationToken, Task<CrmResult<Lead>>> act) =>
        new Command(verb, description).With([s_lead, .. symbols]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await act(session, run, (await session.LeadAsync(run.Get(s_lead), token)).Id, token).OrFail();
                await session.SaveAsync(token);
                Print(run, changed);
            },
            token));

    public static object Row(LeadSummary lead) => new { lead.Id, lead.Name, lead.Organisation, lead.Topic, lead.Source, lead.Status, lead.Score, Owner = lead.OwnerId, lead.QueueId, lead.ReceivedAt };

    private static void Print(Run run, Lead lead) => run.Output.Write(
        new
        {
            lead.Id, Name = lead.DisplayName, Organisation = lead.OrganisationName, lead.JobTitle, lead.Email, lead.Phone, lead.Topic, lead.Source, lead.CustomerId, lead.Status, lead.DisqualifiedFor,
            lead.Score, Owner = lead.OwnerId, lead.QueueId, lead.TerritoryId, Contacts = lead.Contacts.Select(c => new { c.At, c.Channel, c.Direction, c.Subject, c.Body, Agent = c.AgentId }), lead.ReceivedAt, lead.ConvertedAt, lead.PersonId, lead.OrganisationId, lead.OpportunityId, lead.Version,
        },
        report => report.Heading(lead.DisplayName).Fields(
            ("Id", lead.Id), ("Organisation", lead.OrganisationName), ("E-mail", lead.Email), ("Phone", lead.Phone), ("Topic", lead.Topic), ("Source", lead.Source), ("Status", lead.Status),
            ("Score", lead.Score), ("Owner", lead.OwnerId), ("Became person", lead.PersonId), ("Became organisation", lead.OrganisationId), ("Became deal", lead.OpportunityId)));
}
