using System.CommandLine;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner …</c>: business partners, their people, the leads that they are offered and the deals that they register.</summary>
internal static class PartnerCommands
{
    private static readonly Option<string?> s_name = new("--name") { Description = "What it is called here; the organisation's name when left out." };
    private static readonly Option<string[]> s_types = new("--type") { Description = "reseller, referral, distributor, service, consultant, technology or supplier; several are allowed." };
    private static readonly Option<int?> s_weight = new("--weight") { Description = "The share of leads, in relation to the others' weights; 0 for none." };
    private static readonly Option<string?> s_from = new("--from") { Description = "The first day of the partnership, or none." };
    private static readonly Option<string?> s_through = new("--through") { Description = "The last day of the partnership, or none." };
    private static readonly Option<string?> s_at = new("--at") { Description = "Where it is: latitude and longitude, such as 45.46,9.19." };
    private static readonly Option<string[]> s_areas = new("--area") { Description = $"A part of the world that it works in; several are allowed. {PartnerTexts.AreaForm}." };
    private static readonly Symbol[] s_settings = [s_name, s_types, s_weight, s_from, s_through, s_at, s_areas];

    public static Command Create() => new Command("partner", "Business partners: leads that they are offered, deals that they register.").With(
        Register(),
        Change("set", "Change what is named of a partner.", s_settings, async (session, run, partner, token) =>
            await session.Get<PartnerDirectory>().ConfigureAsync(partner.Id, Settings(run, Known(partner)), run.Get(s_name), cancellationToken: token)),
        Grade(),
        Deactivate(),
        Change("activate", "Activate a partner again.", [], (session, _, partner, token) => session.Get<PartnerDirectory>().ActivateAsync(partner.Id, cancellationToken: token)),
        List(),
        Show(),
        PartnerAccountCommands.Invite(),
        PartnerAccountCommands.Join(),
        PartnerAccountCommands.End(),
        PartnerAccountCommands.WhoAmI(),
        PartnerLeadCommands.Offer(),
        PartnerLeadCommands.Offering(),
        PartnerLeadCommands.Withdraw(),
        PartnerLeadCommands.Leads(),
        PartnerLeadCommands.Accept(),
        PartnerLeadCommands.Decline(),
        PartnerLeadCommands.Move(),
        PartnerDealCommands.Create(),
        PartnerShareCommands.Share(),
        PartnerShareCommands.Unshare(),
        PartnerShareCommands.Shares(),
        PartnerShareCommands.Shared(),
        PartnerShareCommands.Read(),
        PartnerShareCommands.Comment(),
        PartnerShareCommands.Change(),
        PartnerReportCommands.Performance(),
        PartnerReportCommands.Book(),
        PartnerReportCommands.Reverse(),
        PartnerReportCommands.Facts(),
        Run());

    private static Command Register()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        return new Command("register", "Take an organisation in as a partner.").With([customer, .. s_settings]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var organisation = await session.CustomerAsync(run.Get(customer), token);
                var registered = await session.Get<PartnerDirectory>().RegisterAsync(organisation.Id, run.Get(s_name), Settings(run, new PartnerSettings()), token).OrFail();
                await session.SaveAsync(token);
                PartnerView.Write(run.Output, registered);
            },
            token));
    }

    private static Command Grade()
    {
        var tier = new Argument<string>("TIER") { Description = "Key of the tier, such as gold, or none." };
        var from = new Option<string?>("--from") { Description = "From which day on; today when left out." };
        return Change("grade", "Give a partner another tier from a day on.", [tier, from], (session, run, partner, token) => session.Get<PartnerDirectory>().GradeAsync(
            partner.Id, run.Get(tier) is "none" ? null : run.Get(tier), SalesTexts.Day(run.Get(from), "--from"), cancellationToken: token));
    }

    private static Command Deactivate()
    {
        var reason = new Argument<string>("REASON") { Description = "Why." };
        return Change("deactivate", "Deactivate a partner: nobody signs in for it, and it gets no leads.", [reason], (session, run, partner, token) =>
            session.Get<PartnerDirectory>().DeactivateAsync(partner.Id, run.Get(reason), cancellationToken: token));
    }

    private static Command List()
    {
        var type = new Option<string?>("--type") { Description = "Those that work together with the business in this way." };
        var active = new Option<bool?>("--active") { Description = "true for those that are active, false for the others." };
        var page = new PageOptions();
        return new Command("list", "Partners, the newest first.").With([type, active, .. page.All]).Does((run, token) =>
        {
            var criteria = new PartnerCriteria { Type = run.Get(type) is { } text ? SalesTexts.Choice<PartnerType>(text, type.Name) : null, IsActive = run.Get(active) };
            var request = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.Get<PartnerDirectory>().ListAsync(criteria, request, token);
                    run.Output.Write(
                        new { Items = found.Items.Select(p => new { p.Id, p.Name, Customer = p.CustomerId, p.Weight, Active = p.IsActive, From = p.ValidFrom, Through = p.ValidThrough }), Next = found.Next?.ToString() },
                        report => report.Table(["Id", "Partner", "Weight", "Active"], found.Items.Select(p => new object?[] { p.Id, p.Name, p.Weight, p.IsActive ? "yes" : "no" })).More(found.Next));
                },
                token);
        });
    }

    private static Command Show() => new Command("show", "A partner with its tiers, areas and people.").With(PartnerTexts.Partner).Does((run, token) => run.WithCrmAsync(
        async session => PartnerView.Write(run.Output, await session.PartnerAsync(run.Get(PartnerTexts.Partner), token)), token));

    private static Command Run() => new Command("run", "Ask the next partner where one did not answer in time, and end what is over.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var asked = await session.Get<LeadOffers>().RunAsync(cancellationToken: token).OrFail();
            var expired = await session.Get<DealApprovals>().RunAsync(cancellationToken: token).OrFail();
            await session.SaveAsync(token);
            run.Output.Write(new { Offers = asked.Count, Deals = expired.Count }, report => report.Fields(("Offers that went on", asked.Count), ("Deals that expired", expired.Count)));
        },
        token));

    private static Command Change(string name, string description, IEnumerable<Symbol> symbols, Func<CrmSession, Run, Partner, CancellationToken, Task<CrmResult<Partner>>> change) =>
        new Command(name, description).With([PartnerTexts.Partner, .. symbols]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var changed = await change(session, run, partner, token).OrFail();
                await session.SaveAsync(token);
                PartnerView.Write(run.Output, changed);
            },
            token));

    private static PartnerSettings Known(Partner partner) => new()
    {
        Types = [.. partner.Types.Select(t => t.Type)], Weight = partner.Weight, ValidFrom = partner.ValidFrom, ValidThrough = partner.ValidThrough, Location = partner.Location,
        Areas = [.. partner.Areas.Select(a => a.Details)],
    };

    private static PartnerSettings Settings(Run run, PartnerSettings known) => known with
    {
        Types = run.Get(s_types) is { Length: > 0 } types ? [.. types.Select(t => SalesTexts.Choice<PartnerType>(t, s_types.Name))] : known.Types,
        Weight = run.Get(s_weight) ?? known.Weight,
        ValidFrom = run.Get(s_from) is { } from ? SalesTexts.Day(from, s_from.Name) : known.ValidFrom,
        ValidThrough = run.Get(s_through) is { } through ? SalesTexts.Day(through, s_through.Name) : known.ValidThrough,
        Location = PartnerTexts.Point(run.Get(s_at), s_at.Name) ?? known.Location,
        Areas = run.Get(s_areas) is { Length: > 0 } areas ? [.. areas.Select(PartnerTexts.Area)] : known.Areas,
    };
}
