using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class WorkRaceTests(PostgreSqlFixture fixture) : WorkRaceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
