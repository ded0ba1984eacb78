using Crm.Persistence.Specification.Crash;

namespace Crm.Persistence.PostgreSql.Tests.Crash;

public sealed class ImportCrashTests(PostgreSqlFixture fixture) : ImportCrashSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
