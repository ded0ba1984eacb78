using System.Data.Common;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Recognises a broken foreign key without knowing the provider's exception types.</summary>
internal static class LostReference
{
    private const string SqlStandardState = "23503";
    private const int Sqlite = 787;
    private const int SqlServer = 547;

    public static bool Is(Exception? exception) => exception is DbException database
        && (database.SqlState == SqlStandardState || UniqueViolation.Number(database, "SqliteExtendedErrorCode") == Sqlite || UniqueViolation.Number(database, "Number") == SqlServer);
}
