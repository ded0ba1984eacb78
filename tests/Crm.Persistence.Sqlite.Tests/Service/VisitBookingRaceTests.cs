using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class VisitBookingRaceTests(SqliteFixture fixture) : VisitBookingRaceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
