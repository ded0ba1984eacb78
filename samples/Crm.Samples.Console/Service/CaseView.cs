using Crm.Domain.Service;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Service;

/// <summary>One case with what hangs on it.</summary>
internal sealed record CaseView(ServiceCase Case, string? Customer, string? OrderNumber, IReadOnlyList<CaseArticle> Articles, CaseStatusCatalog Statuses, CaseDeadlineView Deadlines)
{
    public static async Task<CaseView> ReadAsync(CrmSession session, ServiceCase found, CancellationToken cancellationToken)
    {
        var articles = await session.Get<CaseArticles>().OfAsync(found.Id, cancellationToken);
        var customer = await session.Customers.FindAsync(found.CustomerId, cancellationToken);
        var order = found.OrderId is { } orderId ? await session.Orders.FindAsync(orderId, cancellationToken) : null;
        return new CaseView(found, customer?.DisplayName, order?.Number.Value, articles, session.Get<CaseStatusCatalog>(), await CaseDeadlineView.ReadAsync(session, found.Id, cancellationToken));
    }

    public object ToDocument() => new
    {
        Case.Id,
        Number = Case.Number.Value,
        Case.CustomerId,
        CustomerName = Customer,
        Case.OrganisationId,
        Case.Subject,
        Case.Type,
        Case.Status,
        Case.Category,
        Case.Priority,
        Channel = Case.Channel?.Value,
        Case.AssigneeId,
        Product = Case.Sku,
        Case.SerialNumber,
        Order = OrderNumber,
        Case.OrderId,
        Case.OrderLine,
        ViewedArticles = Articles.Where(a => a.Kind is null).Select(a => new { Article = a.KnowledgeItemId, a.Title }),
        Articles = Articles.Where(a => a.Kind is not null).Select(a => new { Article = a.KnowledgeItemId, a.Title, As = CaseArticleCommands.NameOf(a.Kind) }),
        Case.OpenedAt,
        Case.FirstRespondedAt,
        Case.ResolvedAt,
        Case.ClosedAt,
        Case.AwaitingSince,
        Case.Solution,
        Case.FollowUpOfId,
        Case.ParentId,
        Related = Case.RelatedCases.Select(r => r.OtherId),
        Case.MergedIntoId,
        PermittedTransitions = Case.PermittedTransitions(Statuses),
        Deadlines = Deadlines.ToDocument(),
        Messages = Case.Messages.Select(m => new { m.Id, m.Kind, m.Author, m.At, m.Body }),
        Case.Version,
    };

    public void Print(Report report)
    {
        report.Heading($"{Case.Number} {Case.Subject}").Fields(
        [
            ("Id", Case.Id),
            ("Customer", $"{Customer} ({Case.CustomerId})"),
            ("Status", Statuses.NameOf(Case.Status)),
            ("Priority", Case.Priority),
            ("Type", Case.Type),
            ("Agent", Case.AssigneeId),
            ("Product", Case.Sku),
            ("Serial number", Case.SerialNumber),
            ("Order", OrderNumber is null ? null : $"{OrderNumber}, line {Case.OrderLine}"),
            ("Opened", Case.OpenedAt),
            ("First response", Case.FirstRespondedAt),
            ("Resolved", Case.ResolvedAt),
            ("Closed", Case.ClosedAt),
            ("Waits for us since", Case.AwaitingSince),
            ("Solution", Case.Solution),
            ("Follows up", Case.FollowUpOfId),
            ("Part of", Case.ParentId),
            .. Case.RelatedCases.Select(r => ("Related to", (object?)r.OtherId)),
            .. Articles.Select(a => (a.Kind is null ? "Had read" : $"Article {CaseArticleCommands.NameOf(a.Kind)}", (object?)$"{a.Title} ({a.KnowledgeItemId})")),
        ]).Line();
        Deadlines.Print(report);
        foreach (var message in Case.Messages)
        {
            report.Heading($"{message.At.ToString("uuuu-MM-dd HH:mm", null)} {message.Author} ({message.Kind}, {message.Id})").Line(message.Body).Line();
        }
    }
}
