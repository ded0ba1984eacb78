using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Sales;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Access;

/// <summary>Customers that different agents look after, and roles of different sight.</summary>
internal sealed record Sights
{
    public static readonly CrmScope System = new(Actor.System("test"));

    public required CustomerId Mine { get; init; }

    public required CustomerId Worked { get; init; }

    public required CustomerId OfTeam { get; init; }

    public required CustomerId OfTerritory { get; init; }

    public required CustomerId Foreign { get; init; }

    public required ServiceCaseId ForeignCase { get; init; }

    public required ServiceCaseId WorkedCase { get; init; }

    public required LeadId MyLead { get; init; }

    public required LeadId ForeignLead { get; init; }

    public required LeadId FreeLead { get; init; }

    public required InteractionId ForeignContact { get; init; }

    public required OpportunityId ForeignDeal { get; init; }

    public required Guid North { get; init; }

    public IReadOnlyList<CustomerId> All => [Mine, Worked, OfTeam, OfTerritory, Foreign];

    public static void Roles(CrmOptions options) => options.Roles
        .Add(new CrmRole("own") { Sees = RecordVisibility.Own })
        .Add(new CrmRole("team") { Sees = RecordVisibility.Team })
        .Add(new CrmRole("territory") { Sees = RecordVisibility.Territory })
        .Add(new CrmRole("all"))
        .Add(new CrmRole("reader") { Allows = [] })
        .Add(new CrmRole("service") { Allows = ["service.*"], Forbids = ["service.close"] })
        .Add(new CrmRole("discreet") { Hides = ["Customer.BirthDate", "Customer.CustomFields:income", "CustomerInsight.*"], Protects = ["Customer.ContactPoint", "Opportunity.Amount"] });

    public CrmScope Ada(string role) => new(Actor.Agent("ada", "Ada") with { Roles = [role], Teams = ["alpha"], Territories = [North] });

    public static async Task<Sights> TellAsync(CrmTestHost<VisibilityContext> host)
    {
        await using var work = host.Work(System);
        async Task<CustomerId> KnowAsync(string name, string? specialist, string? team)
        {
            var id = await work.RegisterAsync(new NewCustomer { OrganisationName = $"{name} Ltd" });
            (await work.Care.AssignAsync(id, specialist, null, team)).Succeeded.Should().BeTrue();
            (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, $"{name} calls"))).Succeeded.Should().BeTrue();
            return id;
        }

        (await work.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var (mine, worked) = (await KnowAsync("Mine", "ada", null), await KnowAsync("Worked", "eve", "beta"));
        var (ofTeam, ofTerritory, foreign) = (await KnowAsync("Team", "bob", "alpha"), await KnowAsync("North", "eve", "beta"), await KnowAsync("Foreign", "eve", "beta"));
        var contact = (await work.History.RecordAsync(new ContactDetails(foreign, Channels.Email, Direction.Inbound, "Secret plans"))).Value.Id;
        var (foreignCase, workedCase) = ((await work.Desk.OpenAsync(new CaseDetails(foreign, "Secret fault"))).Value.Id, (await work.Desk.OpenAsync(new CaseDetails(worked, "Their fault"))).Value.Id);
        (await work.Desk.AssignAsync(workedCase, "ada")).Succeeded.Should().BeTrue();
        (await work.Desk.AssignAsync(foreignCase, "eve")).Succeeded.Should().BeTrue();
        var north = (await work.Get<Territories>().CreateAsync("North")).Value.Id;
        await work.SaveAsync();
        var sales = work.Get<SalesPipeline>();
        var deal = (await sales.OpenAsync(new OpportunityDetails(foreign, "Secret deal") { OwnerId = "eve" })).Value.Id;
        (await sales.OpenAsync(new OpportunityDetails(ofTerritory, "Northern deal") { OwnerId = "eve", TerritoryId = north })).Succeeded.Should().BeTrue();
        var leads = work.Get<LeadDesk>();
        async Task<LeadId> LeadAsync(string name, string? owner)
        {
            var lead = (await leads.ReceiveAsync(new LeadDetails { Organisation = name })).Value;
            if (owner is not null)
            {
                (await leads.AssignAsync(lead.Id, owner)).Succeeded.Should().BeTrue();
            }

            return lead.Id;
        }

        var (myLead, foreignLead, freeLead) = (await LeadAsync("My lead", "ada"), await LeadAsync("Their lead", "eve"), await LeadAsync("Free lead", null));
        await work.SaveAsync();
        return new()
        {
            Mine = mine, Worked = worked, OfTeam = ofTeam, OfTerritory = ofTerritory, Foreign = foreign, ForeignCase = foreignCase, WorkedCase = workedCase,
            MyLead = myLead, ForeignLead = foreignLead, FreeLead = freeLead, ForeignContact = contact, ForeignDeal = deal, North = north.Value,
        };
    }
}
