using System.Data.Common;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Recognises a broken unique constraint without knowing the provider's exception types.</summary>
internal static class UniqueViolation
{
    private const string SqlStandardState = "23505";
    private static readonly int[] s_sqlite = [1555, 2067];
    private static readonly int[] s_sqlServer = [2601, 2627];

    public static bool Is(Exception? exception) => exception is DbException database && (
        database.SqlState == SqlStandardState
        || s_sqlite.Contains(Number(database, "SqliteExtendedErrorCode"))
        || s_sqlServer.Contains(Number(database, "Number")));

    public static int Number(DbException exception, string property) =>
        exception.GetType().GetProperty(property)?.GetValue(exception) is int number ? number : 0;

    /// <summary>Whether it was in a table. Both databases name the table or its constraint in their message.</summary>
    public static bool IsOf(Exception? exception, string table) => Is(exception) && exception!.Message.Contains(table, StringComparison.Ordinal);
}
