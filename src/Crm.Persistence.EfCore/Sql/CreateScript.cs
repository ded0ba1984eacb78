using System.Data.Common;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Makes the create statements of our tables from the context's model.</summary>
internal static class CreateScript
{
    // Any number that no other use of the database is likely to take: the letters "crm-new".
    private const long CreationLock = 0x63726D_2D6E6577;

    public static IEnumerable<string> Statements(DatabaseFacade database) => Commands(database).Select(c => c.CommandText);

    public static async Task<bool> RunIfMissingAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            await CreateDatabaseAsync(creator, cancellationToken).ConfigureAwait(false);
        }
        else if (await HasTablesAsync(database, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        return await database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                var transaction = await database.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    await LockAsync(database, token).ConfigureAwait(false);
                    if (await HasTablesAsync(database, token).ConfigureAwait(false))
                    {
                        return false;
                    }

                    var connection = database.GetService<IRelationalConnection>();
                    foreach (var command in Commands(database))
                    {
                        await command.ExecuteNonQueryAsync(connection, cancellationToken: token).ConfigureAwait(false);
                    }

                    await transaction.CommitAsync(token).ConfigureAwait(false);
                    return true;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    // Of several processes that start together on one new database, one creates; the others wait here and look again.
    // A transaction of SQLite is the only writer from its beginning.
    private static async Task LockAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(database.GetService<ICurrentDbContext>().Context) == CrmDatabase.PostgreSql)
        {
            await database.ExecuteSqlAsync($"select pg_advisory_xact_lock({CreationLock})", cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CreateDatabaseAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            await creator.CreateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            if (!await creator.ExistsAsync(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    private static IReadOnlyList<MigrationCommand> Commands(DatabaseFacade database)
    {
        var model = database.GetService<IDesignTimeModel>().Model;
        var prefix = model.FindAnnotation(CrmAnnotations.Prefix)?.Value as string
            ?? throw new InvalidOperationException("This context does not hold the CRM model. Call modelBuilder.ApplyCrm(this) in OnModelCreating.");
        var ours = model.GetEntityTypes().Where(e => e.FindAnnotation(CrmAnnotations.Entity) is not null).ToList();
        var tables = ours.Select(e => e.GetTableName()).ToHashSet(StringComparer.Ordinal);
        var schemas = ours.Select(e => e.GetSchema()).ToHashSet(StringComparer.Ordinal);
        var sequences = NumberSeries.Sequences(prefix).ToHashSet(StringComparer.Ordinal);
        var operations = database.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel())
            .Where(o => o switch
            {
                CreateTableOperation table => tables.Contains(table.Name),
                CreateIndexOperation index => tables.Contains(index.Table),
                AddForeignKeyOperation key => tables.Contains(key.Table),
                CreateSequenceOperation sequence => sequences.Contains(sequence.Name),
                EnsureSchemaOperation schema => schemas.Contains(schema.Name),
                _ => false,
            })
            .ToList();
        return database.GetService<IMigrationsSqlGenerator>().Generate(operations, model);
    }

    private static async Task<bool> HasTablesAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var context = database.GetService<ICurrentDbContext>().Context;
        var customers = context.Model.FindEntityType(typeof(Crm.Domain.Customers.Customer))!;
        var (table, schema) = (customers.GetTableName()!, customers.GetSchema());
        var exists = CrmDatabases.Of(context) == CrmDatabase.Sqlite
            ? database.SqlQuery<int>($"select count(*) as \"Value\" from sqlite_master where type = 'table' and name = {table}")
            : database.SqlQuery<int>($"select cast(count(*) as integer) as \"Value\" from information_schema.tables where table_name = {table} and table_schema = coalesce({schema}, current_schema())");
        return await exists.SingleAsync(cancellationToken).ConfigureAwait(false) > 0;
    }
}
