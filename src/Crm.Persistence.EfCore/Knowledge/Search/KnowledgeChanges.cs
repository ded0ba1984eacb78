using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Transactions;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>
/// The numbers of changes that searches have to know, one series for each tenant. A number is drawn by an update of the tenant's row
/// within the transaction that it numbers: writers wait for each other there until the commit, so that numbers become visible in
/// their order and whoever reads one can read every row up to it.
/// </summary>
internal static class KnowledgeChanges
{
    /// <summary>The number of rows until their transaction has one. Others never see it: it is replaced before the commit.</summary>
    public const long NotNumbered = 0;

    private const string Series = "knowledge-search";

    /// <summary>Transactions with a number that only they see; for ambient ones the context with their identifier.</summary>
    private static readonly ConditionalWeakTable<object, string> s_own = [];

    private static readonly ConditionalWeakTable<DbContext, PendingNumber> s_pending = [];

    /// <summary>Numbers what a save is about to write: at once where it joins a transaction, else just before the commit of its own.</summary>
    /// <returns>The number for the rows of the save.</returns>
    public static async ValueTask<long> BeginSaveAsync(DbContext context, bool isAsync, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (IsInTransaction(context) || database.AutoTransactionBehavior == AutoTransactionBehavior.Never)
        {
            return await NextAsync(context, isAsync, cancellationToken).ConfigureAwait(false);
        }

        s_pending.AddOrUpdate(context, new PendingNumber(database.AutoTransactionBehavior));
        database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return NotNumbered;
    }

    /// <summary>Numbers the rows of a save whose own transaction is about to commit.</summary>
    public static async ValueTask CommitSaveAsync(DbContext context, DbTransaction transaction, bool isAsync, CancellationToken cancellationToken)
    {
        if (!s_pending.TryGetValue(context, out _))
        {
            return;
        }

        var number = await AdvanceAsync(context, transaction, isAsync, cancellationToken).ConfigureAwait(false);
        var (table, change, tenant) = (SqlName.OfTable(context, typeof(KnowledgeSearchDocument)), Quoted(context, nameof(KnowledgeSearchDocument.Change)), Quoted(context, CrmAnnotations.TenantId));
        var ofTenant = IsTenanted(context) ? $" and {tenant} = @scope" : "";
        (string, object)[] values = ofTenant.Length == 0 ? [("number", number)] : [("number", number), ("scope", ScopeOf(context))];
        await ExecuteAsync(
            context, transaction, $"update {table} set {change} = @number where {change} = {NotNumbered}{ofTenant}", values, isAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a save, whatever became of it.</summary>
    public static void EndSave(DbContext context)
    {
        if (s_pending.TryGetValue(context, out var pending))
        {
            context.Database.AutoTransactionBehavior = pending.Before;
            s_pending.Remove(context);
        }
    }

    /// <summary>Draws a number within the open transaction.</summary>
    public static async ValueTask<long> NextAsync(DbContext context, bool isAsync, CancellationToken cancellationToken)
    {
        var number = await AdvanceAsync(context, context.Database.CurrentTransaction?.GetDbTransaction(), isAsync, cancellationToken).ConfigureAwait(false);
        if (context.Database.CurrentTransaction?.GetDbTransaction() is { } transaction)
        {
            s_own.AddOrUpdate(transaction, "");
        }
        else if (Ambient(context) is { } ambient)
        {
            s_own.AddOrUpdate(context, ambient);
        }

        return number;
    }

    /// <summary>Reads the last number.</summary>
    public static Task<long> LastAsync(DbContext context, CancellationToken cancellationToken) =>
        CompiledKnowledgeSearch.For(context).Last(context, ScopeOf(context), Series, cancellationToken);

    /// <summary>What a context sees of the changes of others.</summary>
    public static KnowledgeSearchSight SightOf(DbContext context)
    {
        if (context.Database.CurrentTransaction?.GetDbTransaction() is { } transaction)
        {
            return s_own.TryGetValue(transaction, out _) ? KnowledgeSearchSight.Uncommitted : KnowledgeSearchSight.Snapshot;
        }

        return Ambient(context) is not { } ambient ? KnowledgeSearchSight.Committed
            : s_own.TryGetValue(context, out var own) && own == ambient ? KnowledgeSearchSight.Uncommitted : KnowledgeSearchSight.Snapshot;
    }

    private static bool IsInTransaction(DbContext context) => context.Database.CurrentTransaction is not null || Ambient(context) is not null;

    private static string? Ambient(DbContext context) => (context.Database.GetEnlistedTransaction() ?? Transaction.Current)?.TransactionInformation.LocalIdentifier;

    private static bool IsTenanted(DbContext context) => context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true;

    /// <summary>The tenant as the key of its row; empty where tenants are not kept apart.</summary>
    private static string ScopeOf(DbContext context) => IsTenanted(context) ? ((ICrmDbContext)context).CrmTenantId ?? "" : "";

    private static async ValueTask<long> AdvanceAsync(DbContext context, DbTransaction? transaction, bool isAsync, CancellationToken cancellationToken)
    {
        var table = SqlName.OfTable(context, typeof(NumberSeriesRow));
        (string, object)[] key = [("scope", ScopeOf(context)), ("series", Series)];
        if (CrmDatabases.Of(context) != CrmDatabase.Other)
        {
            return await ExecuteAsync(
                context,
                transaction,
                $"""
                insert into {table} as s ("Scope", "Series", "Last") values (@scope, @series, 1)
                on conflict ("Scope", "Series") do update set "Last" = s."Last" + 1
                returning "Last"
                """,
                key,
                isAsync,
                cancellationToken).ConfigureAwait(false);
        }

        var (scope, series, last) = (Quoted(context, nameof(NumberSeriesRow.Scope)), Quoted(context, nameof(NumberSeriesRow.Series)), Quoted(context, nameof(NumberSeriesRow.Last)));
        var ofKey = $"where {scope} = @scope and {series} = @series";
        await ExecuteAsync(
            context, transaction, $"insert into {table} ({scope}, {series}, {last}) select @scope, @series, 0 where not exists (select 1 from {table} {ofKey})", key, isAsync, cancellationToken)
            .ConfigureAwait(false);
        await ExecuteAsync(context, transaction, $"update {table} set {last} = {last} + 1 {ofKey}", key, isAsync, cancellationToken).ConfigureAwait(false);
        return await ExecuteAsync(context, transaction, $"select {last} from {table} {ofKey}", key, isAsync, cancellationToken).ConfigureAwait(false);
    }

    private static string Quoted(DbContext context, string name) => SqlName.Of(context, name, null);

    private static async ValueTask<long> ExecuteAsync(
        DbContext context, DbTransaction? transaction, string sql, (string Name, object Value)[] parameters, bool isAsync, CancellationToken cancellationToken)
    {
        // Opened by EF, which may be in the middle of a save and then leaves it open.
        if (isAsync)
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
#pragma warning disable CA1849, MA0042 // The host saves synchronously.
            context.Database.OpenConnection();
#pragma warning restore CA1849, MA0042
        }

        try
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

#pragma warning disable CA1849, MA0042 // The host saves synchronously.
            return Convert.ToInt64(isAsync ? await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteScalar(), CultureInfo.InvariantCulture);
#pragma warning restore CA1849, MA0042
        }
        finally
        {
            if (isAsync)
            {
                await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
            else
            {
#pragma warning disable CA1849, MA0042 // The host saves synchronously.
                context.Database.CloseConnection();
#pragma warning restore CA1849, MA0042
            }
        }
    }

    private sealed record PendingNumber(AutoTransactionBehavior Before);
}
