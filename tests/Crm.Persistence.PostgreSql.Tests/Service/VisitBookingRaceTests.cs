using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class VisitBookingRaceTests(PostgreSqlFixture fixture) : VisitBookingRaceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
