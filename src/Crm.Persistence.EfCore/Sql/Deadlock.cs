using System.Data.Common;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Recognises that the database gave up one of two writers that waited for each other.</summary>
internal static class Deadlock
{
    private static readonly string[] s_states = ["40P01", "40001"];

    public static bool Is(Exception? exception) => exception is DbException { SqlState: { } state } && s_states.Contains(state);
}
