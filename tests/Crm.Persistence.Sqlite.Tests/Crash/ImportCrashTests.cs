using Crm.Persistence.Specification.Crash;

namespace Crm.Persistence.Sqlite.Tests.Crash;

public sealed class ImportCrashTests(SqliteFixture fixture) : ImportCrashSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
