using System.CommandLine;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm lead convert</c>.</summary>
internal static class LeadConvertCommand
{
    public static Command Create()
    {
        var lead = new Argument<string?>("LEAD") { Description = "The lead's id.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every lead that is neither disqualified nor converted, each by itself." };
        var file = new Option<string?>("--file") { Description = "The leads of a file, one id a line, each by itself.", HelpName = "FILE" };
        var person = new Option<string?>("--person") { Description = "The recorded person that it is." };
        var organisation = new Option<string?>("--organisation") { Description = "The recorded organisation that it is of." };
        var deal = new Option<string?>("--deal") { Description = "The open deal that it belongs to." };
        var without = new Option<bool>("--without-deal") { Description = "Make customers alone." };
        var name = new Option<string?>("--name") { Description = "What the new deal is called; the lead's topic when left out." };
        var pipeline = new Option<string?>("--pipeline") { Description = SalesTexts.PipelineKeys };
        var amount = new Option<string?>("--amount") { Description = "What the new deal would bring, such as \"1200 EUR\"." };
        var owner = new Option<string?>("--owner") { Description = "Who answers for what it becomes; the lead's owner when left out." };
        var allow = new Option<bool>("--allow-duplicates") { Description = "Record new customers although there are candidates." };
        return new Command("convert", "Make customers and a deal of a lead: all of it or nothing. Of several leads each by itself.").With(lead, all, file, person, organisation, deal, without, name, pipeline, amount, owner, allow).Does((run, token) =>
        {
            if ((run.Find(lead) is null ? 0 : 1) + (run.Get(all) ? 1 : 0) + (run.Get(file) is null ? 0 : 1) != 1)
            {
                throw CommandFailure.Usage("Exactly one of LEAD, --all and --file is expected.");
            }

            if (run.Find(lead) is null && (run.Get(person) ?? run.Get(organisation) ?? run.Get(deal) ?? run.Get(name)) is not null)
            {
                throw CommandFailure.Usage("Several leads become new customers and deals: --person, --organisation, --deal and --name are for one lead.");
            }

            var named = run.Get(file) is { } path ? LeadConvertBatch.Named(path) : null;
            var worth = SalesTexts.Amount(run.Get(amount), amount.Name);
            return run.WithCrmAsync(
                async session =>
                {
                    var conversion = new LeadConversion
                    {
                        PersonId = run.Get(person) is { } p ? (await session.CustomerAsync(p, token)).Id : null,
                        OrganisationId = run.Get(organisation) is { } o ? (await session.CustomerAsync(o, token)).Id : null,
                        OpportunityId = run.Get(deal) is { } d ? (await session.DealAsync(d, token)).Id : null,
                        WithoutOpportunity = run.Get(without),
                        OpportunityName = run.Get(name),
                        PipelineId = run.Get(pipeline) is { } sales ? (await session.PipelineAsync(sales, token)).Id : null,
                        Amount = worth,
                        OwnerId = run.Get(owner),
                        AllowsDuplicates = run.Get(allow),
                    };
                    if (run.Find(lead) is not { } key)
                    {
                        await LeadConvertBatch.ConvertAsync(run, session, named ?? await LeadConvertBatch.OpenAsync(session, token), conversion, token);
                        return;
                    }

                    var became = await session.Get<LeadConverter>().ConvertAsync((await session.LeadAsync(key, token)).Id, conversion, null, token).OrFail();
                    run.Output.Write(
                        new { Lead = became.LeadId, Person = became.PersonId, Organisation = became.OrganisationId, Deal = became.OpportunityId, became.Filled },
                        report => report.Heading("Converted").Fields(
                            ("Person", became.PersonId), ("Organisation", became.OrganisationId), ("Deal", became.OpportunityId), ("Filled", became.Filled.Count == 0 ? null : string.Join(", ", became.Filled))));
                },
                token);
        });
    }
}
