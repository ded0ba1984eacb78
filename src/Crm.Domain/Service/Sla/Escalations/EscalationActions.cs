using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>
/// Does what levels of escalation ask for. What fails throws, so that the outbox tries it again and parks it in the end with the reason;
/// what is of no use any more, since the promise or the case has ended meanwhile, is left out.
/// </summary>
internal sealed class EscalationActions(
    ServiceDesk desk, WorkDesk workDesk, WorkRouter router, IServiceCaseStore cases, IWorkItemStore items, ICaseDeadlineStore deadlines, IEnumerable<IEscalationAction> own)
    : ICrmEventHandler<EscalationDue>
{
    public async Task HandleAsync(EscalationDue happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        var (alarm, action) = (happened.Alarm, happened.Action);
        if (action.Kind == EscalationActionKind.Host)
        {
            var found = own.FirstOrDefault(a => string.Equals(a.Key, action.Value, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"The level {alarm.Level} asks for the action {action.Value}, which no IEscalationAction of this host has as its key.");
            await found.RunAsync(happened, delivery, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (action.Kind == EscalationActionKind.Notify || await cases.FindAsync(alarm.CaseId, cancellationToken).ConfigureAwait(false) is not { IsUnsolved: true } about
            || await HasEndedAsync(alarm, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (action.Kind == EscalationActionKind.RaisePriority)
        {
            await RaiseAsync(about, action, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await ReassignAsync(about, action.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> HasEndedAsync(SlaAlarm alarm, CancellationToken cancellationToken) =>
        (await deadlines.LoadAsync([alarm.CaseId], cancellationToken).ConfigureAwait(false)).FirstOrDefault(d => d.Target == alarm.Target && d.Ordinal == alarm.Ordinal) is not { EndedAt: null };

    private async Task RaiseAsync(ServiceCase about, EscalationAction action, CancellationToken cancellationToken)
    {
        var wanted = action.Priority ?? (CasePriority)Math.Min((int)about.Priority + 1, (int)CasePriority.Urgent);
        if (wanted > about.Priority)
        {
            Demand(await desk.PrioritiseAsync(about.Id, wanted, null, cancellationToken).ConfigureAwait(false));
        }
    }

    // Work and case stay together: whoever has the work has the case.
    private async Task ReassignAsync(ServiceCase about, string? userId, CancellationToken cancellationToken)
    {
        var item = (await items.OpenOfCaseAsync(about.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(i => i.Kind == WorkItemKind.Case);
        if (userId is null && item?.CanRequeue().IsPermitted == true)
        {
            Demand(await workDesk.RequeueAsync(item.Id, null, cancellationToken).ConfigureAwait(false));
        }
        else if (userId is not null && item is not null && (item.State != WorkItemState.Handling || item.UserId != userId))
        {
            Demand(await router.AssignAsync(item.Id, userId, regardless: true, cancellationToken).ConfigureAwait(false));
        }

        if (about.AssigneeId != userId)
        {
            Demand(await desk.AssignAsync(about.Id, userId, null, cancellationToken).ConfigureAwait(false));
        }
    }

    private static void Demand<T>(CrmResult<T> done)
        where T : notnull
    {
        if (!done.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', done.Errors.Select(e => $"{e.Code}: {e.Message}")));
        }
    }
}
