using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm case open</c> and <c>crm case change</c>.</summary>
internal static class CaseOpenCommand
{
    private static readonly Option<string?> s_onBehalf = new("--on-behalf-of") { Description = $"The organisation. {CustomerLookup.Keys}" };
    private static readonly Option<string?> s_type = new("--type") { Description = "What kind of matter it is, such as complaint." };
    private static readonly Option<string?> s_channel = new("--channel") { Description = "Over which channel the customer asked, such as phone." };
    private static readonly Option<string?> s_product = new("--product") { Description = "The product, by its stock-keeping unit." };
    private static readonly Option<string?> s_serial = new("--serial") { Description = "The serial number of the piece, or the key of the asset." };
    private static readonly Option<string?> s_order = new("--order") { Description = "The order, by its number or id." };
    private static readonly Option<int?> s_line = new("--line") { Description = "The line of the order." };
    private static readonly Option<string[]> s_articles = new("--viewed") { Description = "Articles that the customer had read, by their ids.", AllowMultipleArgumentsPerToken = true };

    public static Command Open()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var subject = new Argument<string>("SUBJECT") { Description = "What is wrong, one line." };
        var text = new Option<string?>("--text") { Description = "What the customer says." };
        var priority = new Option<string>("--priority") { Description = string.Join(", ", CaseLookup.Priorities.Keys), DefaultValueFactory = _ => "normal" };
        return new Command("open", "Open a case.").With([customer, subject, text, priority, .. Facts()]).Does((run, token) =>
        {
            var urgency = run.Get(priority)!.OneOf(priority.Name, CaseLookup.Priorities);
            return run.WithCrmAsync(
                async session =>
                {
                    var details = await DescribeAsync(run, session, new CaseDescription(run.Get(subject)), token);
                    await CaseActCommands.SavedAsync(
                        run,
                        session,
                        session.Desk.OpenAsync(
                            new CaseDetails((await session.CustomerAsync(run.Get(customer), token)).Id, details.Subject)
                            {
                                Description = run.Get(text), Priority = urgency, OrganisationId = details.OrganisationId, Type = details.Type, Channel = details.Channel, Sku = details.Sku,
                                SerialNumber = details.SerialNumber, OrderId = details.OrderId, OrderLine = details.OrderLine, ViewedArticles = Articles(run, session),
                            },
                            token),
                        token);
                },
                token);
        });
    }

    public static Command Change()
    {
        var key = new Argument<string>("CASE") { Description = CaseLookup.Keys };
        var subject = new Option<string?>("--subject") { Description = "What is wrong, one line." };
        return new Command("change", "Say anew what a case is about; what is not said stays.").With([key, subject, .. Facts()]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CaseAsync(run.Get(key), token);
                var present = found.ToDescription();
                var wanted = await DescribeAsync(run, session, present with { Subject = run.Get(subject) ?? present.Subject }, token);
                var records = session.Get<CaseRecords>();
                foreach (var article in Articles(run, session))
                {
                    await records.AddViewedArticleAsync(found.Id, article, null, token).OrFail();
                }

                await CaseActCommands.SavedAsync(run, session, records.ChangeDetailsAsync(found.Id, _ => wanted, null, token), token);
            },
            token));
    }

    private static IEnumerable<Symbol> Facts() => [s_onBehalf, s_type, s_channel, s_product, s_serial, s_order, s_line, s_articles];

    private static async Task<CaseDescription> DescribeAsync(Run run, CrmSession session, CaseDescription present, CancellationToken cancellationToken)
    {
        var order = run.Get(s_order) is { } key
            ? (OrderId.TryParse(key, null, out var id) ? await session.Orders.FindAsync(id, cancellationToken)
                : key.Trim().Length is > 0 and <= OrderNumber.MaxLength ? await session.Orders.FindAsync(new OrderNumber(key.Trim().ToUpperInvariant()), cancellationToken)
                : null).OrFail(session.Errors.OrderNotFound(key))
            : null;
        return present with
        {
            OrganisationId = run.Get(s_onBehalf) is { } organisation ? (await session.CustomerAsync(organisation, cancellationToken)).Id : present.OrganisationId,
            Type = run.Get(s_type) ?? present.Type,
            Channel = run.Get(s_channel) is { } channel ? Channel(session, channel) : present.Channel,
            Sku = run.Get(s_product) ?? present.Sku,
            SerialNumber = run.Get(s_serial) ?? present.SerialNumber,
            OrderId = order?.Id ?? present.OrderId,
            OrderLine = run.Get(s_line) ?? (order is null ? present.OrderLine : null),
        };
    }

    private static ChannelKey Channel(CrmSession session, string text) => session.Get<ChannelCatalog>().All.FirstOrDefault(c => c.Key.Value == text)?.Key
        ?? throw CommandFailure.Refused([session.Errors.ChannelUnknown(text)]);

    private static List<KnowledgeItemId> Articles(Run run, CrmSession session) =>
    [
        .. (run.Get(s_articles) ?? []).Select(a => KnowledgeItemId.TryParse(a, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.KnowledgeItemNotFound(a)])),
    ];
}
