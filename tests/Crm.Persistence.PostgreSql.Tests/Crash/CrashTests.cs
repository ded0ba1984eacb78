using Crm.Persistence.Specification.Crash;

namespace Crm.Persistence.PostgreSql.Tests.Crash;

public sealed class CrashTests(PostgreSqlFixture fixture) : CrashSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
